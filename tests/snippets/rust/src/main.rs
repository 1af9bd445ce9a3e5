//! Verifies the tokens of every case with its snippet: one argument for a case that is run, the tokens on standard
//! input, and a line on standard output for each: empty where it was accepted, or why it was refused.

use serde_json::Value;
use std::error::Error;
use std::io::stdin;

// `verify(case, token)`, written by ../run.test.mjs.
include!("../../../../target/snippets/cases.rs");

fn main() {
    let case = std::env::args().nth(1).expect("the name of a case");
    for token in stdin().lines() {
        match verify(&case, &token.expect("a line of text")) {
            Ok(_) => println!(),
            Err(error) => println!("{error:?}"),
        }
    }
}
