//! What can stand on a stage, each kind in one way.

use super::prose::said;
use super::scene::{player, scene};
use super::{Page, aside, press, truth};
use crate::learn::{Block, Button, Line, MAX_LENGTH, Row, Side};
use crate::node::{Node, el};
use crate::paint::{Mark, Painted, Piece, Run};
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

fn text_box(
    (name, label, hint): (&str, &str, &str),
    text: &str,
    painted: &Painted,
    part: &str,
) -> Node {
    let box_ = el("textarea")
        .set("id", name)
        .set("name", name)
        .set("rows", "1")
        .set("maxlength", &MAX_LENGTH.to_string())
        .set("spellcheck", "false")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("translate", "no")
        .set("value", text);
    let label = el("h3").with(el("label").set("for", name).say(label));
    let header = el("header")
        .with(label)
        .with(el("p").class("hint").say(hint));
    let runs = painted.pieces.iter().filter_map(|piece| match piece {
        Piece::Text(run) => Some(run),
        Piece::Note(_) => None,
    });
    el("section")
        .class(&["panel part ", part].concat())
        .with(header)
        .with(el("div").class("field").with(paint(runs)).with(box_))
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
fn paint<'a>(runs: impl IntoIterator<Item = &'a Run>) -> Node {
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

fn button(button: &Button) -> Node {
    el("button")
        .set("type", "button")
        .set("name", button.name)
        .set("value", &button.value)
        .set_some("aria-pressed", button.is_pressed.map(truth))
        .say(&button.label)
}

fn radio(name: &str, value: &str, is_chosen: bool) -> Node {
    el("input")
        .set("type", "radio")
        .set("name", name)
        .set("value", value)
        .set("checked", truth(is_chosen))
}

fn range(block: &Block) -> Node {
    let Block::Range {
        name,
        label,
        min,
        max,
        value,
        shown,
    } = block
    else {
        return Node::default();
    };
    let input = el("input")
        .set("type", "range")
        .set("name", name)
        .set("min", &min.to_string())
        .set("max", &max.to_string())
        .set("value", &value.to_string())
        .set("aria-valuetext", shown);
    el("label")
        .class("range")
        .with(el("span").say(label))
        .with(input)
        .with(el("output").set("aria-hidden", "true").say(shown))
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

fn question(block: &Block) -> Node {
    let Block::Question {
        name,
        ask,
        answers,
        chosen,
        is_right,
        why,
    } = block
    else {
        return Node::default();
    };
    let options = answers.iter().enumerate().map(|(at, words)| {
        let input = radio(name, &at.to_string(), *chosen == Some(at));
        el("label").with(input).with(el("span").say(words))
    });
    let judged = match (chosen, is_right) {
        (None, _) => "",
        (_, true) => learn::RIGHT,
        (_, false) => learn::WRONG,
    };
    let answer = el("div")
        .class("why")
        .set("role", "status")
        .with(el("strong").say(judged))
        .with_all(said(why, &[]));
    el("fieldset")
        .class("panel question")
        .set("data-right", truth(*is_right))
        .with(el("legend").say(ask))
        .with_all(options)
        .with(answer)
}
