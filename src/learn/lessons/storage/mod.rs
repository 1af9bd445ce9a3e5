//! Where a browser keeps it.

mod cookie;
mod simulation;

use crate::learn::block::{Block, Row, Tone};
use crate::learn::player::{MOMENT, is_over, played};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};
use cookie::{Cookie, SameSite};
use simulation::{Attack, Place, Run, run};

pub const LESSON: Lesson = Lesson {
    slug: "storage",
    title: "Where a browser keeps it",
    chapter: Chapter::System,
    steps: &[SCRIPT, FORGERY, WIRE, BUILD],
    questions: &[
        Question {
            ask: "Your app itself adds the token to its requests. What does that protect from?",
            answers: &["From CSRF.", "From XSS.", "From both."],
            right: 0,
            why: "A foreign page can make the browser send a request, but not add your token. A script within your page can \
                  do whatever your own script can. [[OAuth browser-based apps section 5]]",
        },
        Question {
            ask: "Is an HttpOnly cookie always the safest place?",
            answers: &[
                "Yes: no script can read it.",
                "No: the browser sends it unasked, so CSRF has to be dealt with.",
                "No: localStorage is encrypted.",
            ],
            right: 1,
            why: "It keeps the token from being carried away. What is sent unasked needs `SameSite`, and a check by the \
                  server. [[OAuth browser-based apps section 6.1.3.3]]",
        },
    ],
};

const SCRIPT: Step = Step {
    title: "A script that is not yours",
    text: "With **XSS**, a script of somebody else runs in your page. It may do all that your own script may. What is in \
           memory is gone with the page, what is in localStorage stays; the script reaches both. \
           [[OAuth browser-based apps section 8]]",
    task: "Find the place from which the token cannot be carried away, and play what happens there.",
    after: "A script cannot read an `HttpOnly` cookie. It need not: what it sends from your page carries the cookie. Only \
            having no such script helps against that. [[RFC 6265bis section 5.8.3]]",
    start: &[("keep", "memory"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        *stage = {
            let place = match model.get("keep") {
                "local" => Place::LocalStorage,
                "cookie" => Place::Cookie(cookie(false, true, SameSite::Lax)),
                "http-only" => Place::Cookie(cookie(true, true, SameSite::Lax)),
                _ => Place::Memory,
            };
            let run = run(place, Attack::Script, false);
            let options = vec![
                ("memory", "Memory"),
                ("local", "localStorage"),
                ("cookie", "Cookie"),
                ("http-only", "HttpOnly cookie"),
            ];
            let blocks = vec![choice(model, "keep", "The token is kept in", options)];
            let is_done = !run.is_stolen && is_over(&run.moments, model);
            show(model, blocks, &run, is_done)
        };
    },
};

const FORGERY: Step = Step {
    title: "A request that is not yours",
    text: "A browser adds cookies to requests by their target, whoever causes them: **CSRF**. `SameSite` limits that. \
           `Strict`: only within the same site. `Lax`: also when a link leads to you. Hosts below one registrable domain \
           are one site. [[RFC 6265bis section 5.2]]",
    task: "With `Lax`, find the request from elsewhere that carries the cookie, and play it. Then with `Strict` the one that \
           still does.",
    after: "A GET should change nothing, so `Lax` is mostly enough, until a sibling host is taken over. A cookie without \
            `SameSite` should count as `Lax`, yet browsers may let POST pass while it is new: better say it. \
            [[RFC 6265bis section 5.6.7]]",
    start: &[
        ("site", "none"),
        ("request", "form"),
        ("carried", ""),
        (MOMENT, "0"),
    ],
    act: |model, name| {
        from_the_start(model, name);
        let run = forged(model);
        if run.is_done_as_you && is_over(&run.moments, model) {
            let carried = [model.get("carried"), model.get("site"), " "].concat();
            model.put("carried", &carried);
        }
    },
    show: |model, stage| {
        *stage = {
            let places = vec![
                ("local", "localStorage"),
                ("none", "Cookie, None"),
                ("lax", "Lax"),
                ("strict", "Strict"),
            ];
            let requests = vec![
                ("form", "Form, POST"),
                ("link", "Link, GET"),
                ("image", "Image, GET"),
                ("sibling", "Sibling host, POST"),
            ];
            let blocks = vec![
                choice(model, "site", "The token is kept in", places),
                choice(model, "request", "The attacker uses", requests),
            ];
            let has = |site| model.get("carried").contains(site);
            show(model, blocks, &forged(model), has("lax") && has("strict"))
        };
    },
};

const WIRE: Step = Step {
    title: "On the way",
    text: "Signed is not secret: whoever reads a token has it. TLS keeps it from those on the way. A cookie is sent without \
           TLS too, unless it is `Secure`. [[RFC 6265bis section 5.8.3]]",
    task: "Play it. Then protect the cookie, and play that.",
    after: "`SameSite=None` without `Secure` is not even stored. [[RFC 6265bis section 5.7]]",
    start: &[("secure", "no"), ("site", "lax"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        *stage = {
            let kept = cookie(true, model.is("secure", "yes"), same_site(model));
            let run = run(Place::Cookie(kept), Attack::Wire, false);
            let is_done = model.is("secure", "yes") && is_over(&run.moments, model);
            let blocks = vec![
                choice(model, "secure", "Secure", NO_YES.to_vec()),
                choice(model, "site", "SameSite", SITES.to_vec()),
            ];
            show(model, blocks, &run, is_done)
        };
    },
};

const BUILD: Step = Step {
    title: "Build your own",
    text: "Let the server ask for a header that only your own page adds. When a foreign page tries to add it, the browser \
           asks your server first, and that does not allow it. [[OAuth browser-based apps section 6.1.3.3]]",
    task: "Leave only one “yes” in the table. Which one stays?",
    after: "Open: {open}. A script in your page acts as you, wherever the token is. Apps with much at stake keep tokens at a \
            backend, and give the browser only a cookie for it. [[OAuth browser-based apps section 6.1]]",
    start: &[
        ("http-only", "no"),
        ("secure", "no"),
        ("site", "lax"),
        ("own-header", "no"),
    ],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let has = |name| model.is(name, "yes");
            let kept = cookie(has("http-only"), has("secure"), same_site(model));
            let mut open = 0;
            let mut rows = Vec::new();
            for attack in Attack::ALL {
                let run = run(Place::Cookie(kept), attack, has("own-header"));
                let came = [run.is_stolen, run.is_done_as_you];
                let found = came.into_iter().filter(|found| *found).count();
                open += found;
                let mut cells = vec![attack.name().to_owned()];
                cells.extend(came.map(|found| if found { "yes" } else { "no" }.to_owned()));
                rows.push(Row {
                    cells,
                    tone: Tone::of(found == 0),
                });
            }
            let blocks = vec![
                choice(model, "http-only", "HttpOnly", NO_YES.to_vec()),
                choice(model, "secure", "Secure", NO_YES.to_vec()),
                choice(model, "site", "SameSite", SITES.to_vec()),
                choice(
                    model,
                    "own-header",
                    "Server asks for a header of its own",
                    NO_YES.to_vec(),
                ),
                Block::Note {
                    tone: Tone::of(kept.is_stored()),
                    text: match kept.is_stored() {
                        true => "The browser stores this cookie.",
                        false => "The browser does not store this cookie: nobody can sign in.",
                    }
                    .to_owned(),
                },
                Block::Table {
                    label: "What attacks come to",
                    head: vec!["Attack", "Token stolen", "Acts as you"],
                    rows,
                },
            ];
            Stage {
                blocks,
                facts: vec![("open", open.to_string())],
                is_done: open == 1,
                ..Stage::default()
            }
        };
    },
};

const NO_YES: [(&str, &str); 2] = [("no", "No"), ("yes", "Yes")];
const SITES: [(&str, &str); 3] = [("none", "None"), ("lax", "Lax"), ("strict", "Strict")];

/// Whatever is chosen anew is played anew.
fn from_the_start(model: &mut Model, name: &str) {
    if name != MOMENT {
        model.put(MOMENT, "0");
    }
}

fn cookie(http_only: bool, secure: bool, same_site: SameSite) -> Cookie {
    Cookie {
        http_only,
        secure,
        same_site,
    }
}

fn same_site(model: &Model) -> SameSite {
    match model.get("site") {
        "lax" => SameSite::Lax,
        "strict" => SameSite::Strict,
        _ => SameSite::None,
    }
}

fn forged(model: &Model) -> Run {
    let place = match model.get("site") {
        "local" => Place::LocalStorage,
        _ => Place::Cookie(cookie(true, true, same_site(model))),
    };
    run(place, Attack::read(model.get("request")), false)
}

fn choice(
    model: &Model,
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
) -> Block {
    Block::Choice {
        name,
        label,
        options,
        chosen: model.get(name).to_owned(),
    }
}

/// The simulation below its choices.
fn show(model: &Model, mut blocks: Vec<Block>, run: &Run, is_done: bool) -> Stage {
    blocks.extend(played("The attack", &run.moments, model));
    Stage {
        blocks,
        facts: Vec::new(),
        is_done,
        ..Stage::default()
    }
}
