//! What a certificate says of its key.

use crate::jose::base64url;
use crate::jose::key::{Certificate, Meta};
use crate::words::fact::Fact;
use crate::words::moment::{absolute, duration, here};
use crate::words::notes::{Clock, Tone};
use crate::words::{cut, hexadecimal};

/// Characters of a name that are shown.
const LONGEST: usize = 300;

/// The last second that a certificate can name: it stands for no end (RFC 5280 section 4.1.2.5).
const NO_END: u64 = 253_402_300_799;

/// Adds whose it is, who issued it, and for how long.
pub fn add(out: &mut Vec<Fact>, certificate: &Certificate, meta: &Meta, clock: &Clock) {
    let mut head = fact(1, "Certificate", "X.509".to_owned(), "RFC 5280 §4.1")
        .meaning("Only its key is used: who signed it is not checked, and its dates do not change the verdict.");
    if meta.other_certificate {
        head.meaning = "The first certificate in “x5c” is that of another key.".to_owned();
        head.tone = Tone::Warn;
    }
    out.push(head);
    out.push(
        fact(
            2,
            "Subject",
            name(&certificate.subject),
            "RFC 5280 §4.1.2.6",
        )
        .meaning("Whose key it says it is."),
    );
    let issuer = fact(2, "Issuer", name(&certificate.issuer), "RFC 5280 §4.1.2.4");
    let is_own = certificate.issuer.is_some() && certificate.issuer == certificate.subject;
    out.push(issuer.meaning(if is_own {
        "The subject itself, by its name."
    } else {
        "Who it says has issued it."
    }));
    out.push(time("Valid from", certificate.not_before, clock, false));
    out.push(time("Valid until", certificate.not_after, clock, true));
    let serial = cut(&hexadecimal(&certificate.serial), LONGEST);
    out.push(fact(2, "Serial number", serial, "RFC 5280 §4.1.2.2"));
    let thumbprint = base64url::encode(&certificate.sha256);
    out.push(
        fact(2, "x5t#S256", thumbprint, "RFC 7515 §4.1.8")
            .meaning("The SHA-256 of the certificate, by which a header names it."),
    );
}

fn fact(depth: u8, name: &str, value: String, source: &'static str) -> Fact {
    Fact {
        depth,
        source,
        ..Fact::new(name, value)
    }
}

fn name(text: &Option<String>) -> String {
    match text.as_deref() {
        None => "not readable".to_owned(),
        Some("") => "empty".to_owned(),
        Some(text) => cut(text, LONGEST),
    }
}

/// One end of the validity.
fn time(name: &str, time: Option<u64>, clock: &Clock, is_end: bool) -> Fact {
    let source = "RFC 5280 §4.1.2.5";
    let seconds = match time {
        None => return fact(2, name, "not readable".to_owned(), source),
        Some(NO_END) => return fact(2, name, "without end".to_owned(), source),
        Some(seconds) => seconds as f64,
    };
    let mut value = absolute(seconds);
    if let Some(here) = here(seconds, clock.offset) {
        value = [&value, ", ", &here].concat();
    }
    let has_passed = clock.now > seconds;
    let far = duration(clock.now - seconds);
    let meaning = match (is_end, has_passed) {
        (true, true) => format!("It expired {far} ago."),
        (false, false) => format!("It begins in {far}."),
        (_, true) => format!("{far} ago."),
        (_, false) => format!("In {far}."),
    };
    let tone = if is_end == has_passed {
        Tone::Warn
    } else {
        Tone::Plain
    };
    let told = fact(2, name, value, source).meaning(meaning);
    Fact { tone, ..told }
}
