//! Where a browser keeps it.

mod attack;
mod cookie;
mod simulation;

use crate::learn::block::Tone;
use crate::learn::player::{MOMENT, from_the_start, is_over};
use crate::learn::tried::{TRIED, has_tried, note_tried};
use crate::learn::{Chapter, Lesson, Model, Question, Step, nothing_else};
use attack::Attack;
use cookie::{Cookie, SameSite};
use simulation::{Place, Run, run};

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
            why: "A foreign page can make the browser send a request, but not add your token. A script in your page \
                  can do all that yours can. [[OAuth browser-based apps section 5]]",
        },
        Question {
            ask: "Is an HttpOnly cookie always the safest place?",
            answers: &[
                "Yes: no script can read it.",
                "No: the browser sends it unasked, so CSRF has to be dealt with.",
                "No: localStorage is encrypted.",
            ],
            right: 1,
            why: "It keeps the token from being carried away. But what is sent unasked needs `SameSite` and a check \
                  by the server. [[OAuth browser-based apps section 6.1.3.3]]",
        },
    ],
};

const SCRIPT: Step = Step {
    title: "A script that is not yours",
    text: "With **XSS**, somebody else’s script runs in your page, and may do all that yours may. Memory is gone \
           with the page, localStorage stays; the script reaches both. [[OAuth browser-based apps section 8]]",
    task: "Find the place from which the token cannot be carried away, and play it.",
    after: "A script cannot read an `HttpOnly` cookie, and need not: what it sends from your page carries it. Only \
            having no such script helps. [[RFC 6265bis section 5.8.3]]",
    start: &[("keep", "memory"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        let place = match model.get("keep") {
            "local" => Place::LocalStorage,
            "cookie" => Place::Cookie(cookie(false, true, SameSite::Lax)),
            "http-only" => Place::Cookie(cookie(true, true, SameSite::Lax)),
            _ => Place::Memory,
        };
        let places = [
            ("memory", "Memory"),
            ("local", "localStorage"),
            ("cookie", "Cookie"),
            ("http-only", "HttpOnly cookie"),
        ];
        stage.choice(model, ("keep", KEPT_IN), &places);
        let run = run(place, Attack::Script, false);
        stage.played(PLAYED, &run.moments, model);
        stage.is_done = !run.is_stolen && is_over(&run.moments, model);
    },
};

const FORGERY: Step = Step {
    title: "A request that is not yours",
    text: "A browser adds cookies by the target of a request, whoever causes it: **CSRF**. `SameSite` limits that: \
           `Strict` to the same site, `Lax` also to links that lead to you. Hosts below one registrable domain are \
           one site. [[RFC 6265bis section 5.2]]",
    task: "With `Lax`, find the request from elsewhere that carries the cookie, and play it. Then with `Strict` the one that \
           still does.",
    after: "A GET should change nothing, so `Lax` mostly suffices, until a sibling host is taken over. Without \
            `SameSite` a cookie should count as `Lax`, yet while it is new browsers may let POST pass: so set \
            `SameSite` yourself. [[RFC 6265bis section 5.6.7]]",
    start: &[
        ("site", "none"),
        ("request", "form"),
        (TRIED, ""),
        (MOMENT, "0"),
    ],
    act: |model, name| {
        from_the_start(model, name);
        let run = forged(model);
        if run.is_done_as_you && is_over(&run.moments, model) {
            note_tried(model, "site");
        }
    },
    show: |model, stage| {
        let places = [
            ("local", "localStorage"),
            ("none", "Cookie, None"),
            ("lax", "Lax"),
            ("strict", "Strict"),
        ];
        stage.choice(model, ("site", KEPT_IN), &places);
        let requests = [
            ("form", "Form, POST"),
            ("link", "Link, GET"),
            ("image", "Image, GET"),
            ("sibling", "Sibling host, POST"),
        ];
        stage.choice(model, ("request", "The attacker uses"), &requests);
        stage.played(PLAYED, &forged(model).moments, model);
        stage.is_done = has_tried(model, "lax") && has_tried(model, "strict");
    },
};

const WIRE: Step = Step {
    title: "On the way",
    text: "Whoever reads a token has it; TLS keeps it from those on the way. A cookie goes without TLS too, unless \
           it is `Secure`. [[RFC 6265bis section 5.8.3]]",
    task: "Play it. Then protect the cookie, and play that.",
    after: "`SameSite=None` without `Secure` is not even stored. [[RFC 6265bis section 5.7]]",
    start: &[("secure", "no"), ("site", "lax"), (MOMENT, "0")],
    act: from_the_start,
    show: |model, stage| {
        let is_secure = model.is("secure", "yes");
        let kept = cookie(true, is_secure, same_site(model));
        let run = run(Place::Cookie(kept), Attack::Wire, false);
        stage.choice(model, ("secure", "Secure"), &NO_YES);
        stage.choice(model, ("site", "SameSite"), &SITES);
        stage.played(PLAYED, &run.moments, model);
        stage.is_done = is_secure && is_over(&run.moments, model);
    },
};

const BUILD: Step = Step {
    title: "Build your own",
    text: "Let the server ask for a header that only your own page adds. Before a foreign page may add it, the \
           browser asks your server, which refuses. [[OAuth browser-based apps section 6.1.3.3]]",
    task: "Leave only one “yes” in the table. Which one stays?",
    after: "Open: {open}. A script in your page acts as you, wherever the token is. With much at stake, tokens stay \
            at a backend, and the browser has only a session cookie for it. [[OAuth browser-based apps section 6.1]]",
    start: &[
        ("http-only", "no"),
        ("secure", "no"),
        ("site", "lax"),
        ("own-header", "no"),
    ],
    act: nothing_else,
    show: |model, stage| {
        let has = |name| model.is(name, "yes");
        let kept = cookie(has("http-only"), has("secure"), same_site(model));
        stage.choice(model, ("http-only", "HttpOnly"), &NO_YES);
        stage.choice(model, ("secure", "Secure"), &NO_YES);
        stage.choice(model, ("site", "SameSite"), &SITES);
        let own_header = ("own-header", "Server asks for a header of its own");
        stage.choice(model, own_header, &NO_YES);
        let stored = match kept.is_stored() {
            true => "The browser stores this cookie.",
            false => "The browser does not store this cookie: nobody can sign in.",
        };
        stage.note(Tone::of(kept.is_stored()), stored);
        stage.table(
            "What attacks come to",
            &["Attack", "Token stolen", "Acts as you"],
        );
        let mut open = 0;
        for attack in Attack::ALL {
            let run = run(Place::Cookie(kept), attack, has("own-header"));
            let mut cells = [attack.name(), "no", "no"];
            let mut tone = Tone::Good;
            for (at, came) in [(1, run.is_stolen), (2, run.is_done_as_you)] {
                if came {
                    cells[at] = "yes";
                    tone = Tone::Bad;
                    open += 1;
                }
            }
            stage.row(tone, &cells);
        }
        stage.count("open", open);
        stage.is_done = open == 1;
    },
};

const KEPT_IN: &str = "The token is kept in";
const PLAYED: &str = "The attack";
const NO_YES: [(&str, &str); 2] = [("no", "No"), ("yes", "Yes")];
const SITES: [(&str, &str); 3] = [("none", "None"), ("lax", "Lax"), ("strict", "Strict")];

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
