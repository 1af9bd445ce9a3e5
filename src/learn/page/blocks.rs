//! What can stand on a stage, each kind in one way.

use super::fields::{button, question, radio, range, text_box};
use super::prose::said;
use super::scene::{player, scene};
use super::{Page, aside, press};
use crate::learn::{Block, Line, Row, Side};
use crate::node::{Node, el};
use crate::paint::{Mark, Run};
use crate::words::learn;

pub fn block(page: &Page, block: &Block) -> Node {
    match block {
        Block::Outcome {
            tone,
            title,
            sentence,
        } => el("div")
            .class("came-out")
            .set("data-tone", tone.name())
            .with(el("p").class("title").set("role", "status").say(title))
            .with(el("p").say(sentence)),
        Block::Text {
            name,
            label,
            hint,
            text,
            painted,
            part,
        } => text_box((name, label, hint), text, painted, part),
        Block::Token {
            label,
            runs,
            token,
            key,
        } => wire(label, runs, token, key),
        Block::Compare {
            label,
            left,
            sign,
            right,
        } => panel("comparing", label).with(el("div").class("compare").with_all([
            side(left),
            el("span").class("sign").say(sign),
            side(right),
        ])),
        Block::Code {
            label,
            lines,
            tone,
            outcome,
        } => {
            let ended = el("p")
                .class("ended")
                .set("data-tone", tone.name())
                .say(outcome);
            panel("running", label)
                .with(el("pre").class("lines").with_all(lines.iter().map(line)))
                .with(ended)
        }
        Block::Buttons { label, buttons } => el("div")
            .class("offers")
            .set("role", "group")
            .set("aria-label", label)
            .with(
                el("span")
                    .class("hint")
                    .set("aria-hidden", "true")
                    .say(label),
            )
            .with_all(buttons.iter().map(button)),
        Block::Choice {
            name,
            label,
            options,
            chosen,
        } => {
            let options = options.iter().map(|(value, words)| {
                let input = radio(name, value, chosen == value);
                el("label").with(input).with(el("span").say(words))
            });
            el("fieldset")
                .class("choice")
                .with(el("legend").say(label))
                .with(el("span").class("segments").with_all(options))
        }
        Block::Range { .. } => range(block),
        Block::Scene {
            label,
            actors,
            message,
        } => scene(label, actors, message.as_ref()),
        Block::Player { at, last } => player(page, *at, *last),
        Block::Log { lines } => {
            let lines = lines.iter().map(|line| el("li").say(line));
            let log = el("div")
                .class("log")
                .set("role", "log")
                .set("tabindex", "0")
                .set("aria-label", learn::LOG);
            panel("logged", learn::LOG).with(log.with(el("ol").with_all(lines)))
        }
        Block::Table { label, head, rows } => table(label, head, rows),
        Block::Note { tone, text } => el("div")
            .class("remark")
            .set("data-tone", tone.name())
            .with_all(said(text, &[])),
        Block::Question { .. } => question(block),
    }
}

/// A panel with its title.
pub fn panel(class: &str, label: &str) -> Node {
    let header = el("header").with(el("h3").say(label));
    el("section")
        .class(&["panel ", class].concat())
        .with(header)
}

fn wire(label: &str, runs: &[Run], token: &str, key: &str) -> Node {
    let open = el("button")
        .set("type", "button")
        .set("name", press::OPEN)
        .set("value", &[token, "\n", key].concat())
        .say(learn::OPEN);
    let header = el("header")
        .with(el("h3").say(label))
        .with(el("div").class("tools").with(open));
    el("section")
        .class("panel wire")
        .with(header)
        .with(paint(runs))
        .with(aside(token))
}

/// The coloured copy of a text.
pub fn paint<'a>(runs: impl IntoIterator<Item = &'a Run>) -> Node {
    let spans = runs.into_iter().map(|run| {
        let span = el("span").class(run.kind.name());
        let mark = run.mark.map(Mark::name);
        let span = mark.map_or(span.clone(), |mark| span.set("data-mark", mark));
        span.say(&run.text)
    });
    el("div")
        .class("paint")
        .set("aria-hidden", "true")
        .with_all(spans)
}

fn side(side: &Side) -> Node {
    el("div")
        .class("side")
        .with(el("small").say(&side.label))
        .with(el("code").class(side.part).say(&side.text))
}

fn line(line: &Line) -> Node {
    el("span")
        .class("line")
        .set("data-tone", line.tone.name())
        .say(&line.text)
        .with(el("span").class("came").say(&line.note))
        .say("\n")
}

fn table(label: &str, head: &[&str], rows: &[Row]) -> Node {
    let head = head
        .iter()
        .map(|cell| el("th").set("scope", "col").say(cell));
    let rows = rows.iter().map(|row| {
        let cells = row.cells.iter().enumerate().map(|(at, cell)| match at {
            0 => el("th").set("scope", "row").say(cell),
            _ => el("td").say(cell),
        });
        el("tr").set("data-tone", row.tone.name()).with_all(cells)
    });
    let head = el("thead").with(el("tr").with_all(head));
    let table = el("table").with(head).with(el("tbody").with_all(rows));
    let frame = el("div")
        .class("table")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", label);
    panel("tabled", label).with(frame.with(table))
}
