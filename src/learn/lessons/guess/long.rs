//! A search that comes to no end, and how long it would take.

use super::search::{NOTHING, RUN, SO_FAR, Search, act};
use super::{PAYLOAD, RANDOM};
use crate::learn::block::Tone;
use crate::learn::guessing::texts_of;
use crate::learn::tokens::{self, HS256};
use crate::learn::{Step, WORKED};
use crate::words::{count, grouped};

pub const LONG: Step = Step {
    title: "256 random bits",
    text: "The same search, and how long all guesses would take at your rate. Half of that is to be expected.",
    task: "Start the search, and cancel it if you like. Then take a million million such computers.",
    after: "The universe is about 10^10 years old. Here guessing is no attack; stealing the secret is. [[RFC 7518 \
            section 3.2]]",
    start: &[
        ("machines", "0"),
        (RUN, ""),
        (SO_FAR, NOTHING),
        (WORKED, ""),
    ],
    act: |model, name| {
        if name != "machines" {
            act(model, name);
        }
    },
    show: |model, stage| {
        let search = Search::of(model, tokens::signed(HS256, PAYLOAD, RANDOM));
        let zeros = model.number("machines").min(12);
        let machines = 10_u64.pow(zeros as u32);
        let rate = search.so_far.rate();
        search.show(model, stage);
        let named = ("machines", "Computers like yours");
        stage.range(model, named, (0, 12), &grouped(machines));
        stage.table("How long all guesses take", &["Secret", "Time"]);
        for (name, length) in SHORT {
            let time = time_for(texts_of(length), rate.saturating_mul(machines));
            stage.row(Tone::Plain, &[name, &time]);
        }
        let years = years_for_256_bits(rate, zeros);
        stage.row(Tone::Plain, &["256 random bits", &years]);
        stage.is_done = rate > 0 && zeros == 12;
    },
};

/// Secrets of so many characters.
const SHORT: [(&str, u32); 4] = [
    ("6 small letters and digits", 6),
    ("8", 8),
    ("10", 10),
    ("12", 12),
];

const A_YEAR: u64 = 31_557_600;

/// How long so many guesses take, in the largest unit that fits.
fn time_for(guesses: u64, rate: u64) -> String {
    let Some(seconds) = guesses.checked_div(rate) else {
        return "–".to_owned();
    };
    let units = [
        (A_YEAR, "year", "years"),
        (86_400, "day", "days"),
        (3_600, "hour", "hours"),
        (60, "minute", "minutes"),
        (1, "second", "seconds"),
    ];
    let unit = units.iter().find(|(size, ..)| seconds >= *size);
    unit.map_or("less than a second".to_owned(), |(size, one, many)| {
        count(seconds / size, one, many)
    })
}

/// 2^256 is above 10^77, and the guesses of a year are below the power of ten that has one digit more.
fn years_for_256_bits(rate: u64, zeros: usize) -> String {
    if rate == 0 {
        return "–".to_owned();
    }
    let digits = rate.saturating_mul(A_YEAR).to_string().len() + zeros;
    [
        "more than 10^",
        &(77_usize.saturating_sub(digits)).to_string(),
        " years",
    ]
    .concat()
}
