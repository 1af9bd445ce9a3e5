//! How HMAC makes a signature.

mod by_hand;

use crate::jose::alg::Hash;
use crate::jose::base64url;
use crate::jose::crypto::digest;
use crate::learn::binary::{distance, flipped};
use crate::learn::block::{Block, Line, Row, Side, Tone};
use crate::learn::inputs::{range, text_box};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Question, Stage, Step, nothing_else};
use crate::words::hexadecimal;
use by_hand::{BLOCK, Keys, Trials, compared, mac, told};

pub const LESSON: Lesson = Lesson {
    slug: "hmac",
    title: "How HMAC makes a signature",
    chapter: Chapter::Token,
    steps: &[HASH, PADS, HASHES, FLIP],
    questions: &[
        Question {
            ask: "How can a server check a token of which it kept no copy?",
            answers: &[
                "It decrypts the signature.",
                "It computes the signature of what it received, with its key, and compares.",
                "It asks the client for the key.",
            ],
            right: 1,
            why: "Same key, same text, same signature. Any server that has the key can check any token. \
                  [[RFC 7518 section 3.2]]",
        },
        Question {
            ask: "Is there a salt in it?",
            answers: &[
                "No: the key does that work, if it is random.",
                "Yes, in the header.",
                "Yes, a new one for each token.",
            ],
            right: 0,
            why: "A salt keeps equal passwords from having equal hashes. HMAC makes the same signature of the same text \
                  every time; it is the key that nobody may guess.",
        },
    ],
};

const TEXT: &str = "Pay Ada 10";

const HASH: Step = Step {
    title: "A hash alone",
    text: "SHA-256 makes 32 bytes of any text. The same text gives the same bytes; no two texts that give the same have ever \
           been found.",
    task: "You are the attacker. Change the text, and see what its hash is now.",
    after: "You could send the new text with its new hash, and the receiver would find nothing wrong: to hash takes no key. \
            Against people, not only accidents, something has to go in that they don’t have. **HMAC** is a hash with a key.",
    start: &[("lesson-text", TEXT)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-text");
            let hash = |text: &str| hexadecimal(&digest(Hash::Sha256, text.as_bytes()));
            Stage {
                blocks: vec![
                    text_box(("lesson-text", "Text", "you are the attacker"), text),
                    Block::Compare {
                        label: "SHA-256",
                        left: Side::new("Of the first text", hash(TEXT), ""),
                        sign: if text == TEXT { "=" } else { "≠" },
                        right: Side::new("Of your text", hash(text), ""),
                    },
                ],
                facts: Vec::new(),
                is_done: text != TEXT,
                ..Stage::default()
            }
        };
    },
};

const PADS: Step = Step {
    title: "The key and two pads",
    text: "SHA-256 works on blocks of 64 bytes. So the key is filled up to 64 with zeros. Then each of its bytes is mixed (XOR) \
           with hexadecimal `36` for the **inner key**, and with `5c` for the **outer key**: two keys that differ in {differing} of 512 \
           bits. [[RFC 2104 section 2]]",
    task: "Make the key longer than 64 bytes.",
    after: "Your key has {length} bytes. One that is longer than a block is hashed first, to 32 bytes: more than 64 gain \
            nothing. For HS256 it must have 32 or more. [[RFC 7518 section 3.2]]",
    start: &[(
        "lesson-key",
        "a key of these lessons that is nearly as long as one block",
    )],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let key = model.get("lesson-key");
            let keys = Keys::new(key.as_bytes());
            let row = |name: &str, bytes: &[u8]| Row {
                cells: vec![name.to_owned(), hexadecimal(bytes)],
                tone: Tone::Plain,
            };
            let first = match key.len() > BLOCK {
                true => "SHA-256 of the key, filled up",
                false => "Key, filled up",
            };
            Stage {
                blocks: vec![
                    text_box(("lesson-key", "Key", "in UTF-8"), key),
                    Block::Table {
                        label: "64 bytes each",
                        head: vec!["", "Two digits a byte"],
                        rows: vec![
                            row(first, &keys.filled),
                            row("Inner key", &keys.inner),
                            row("Outer key", &keys.outer),
                        ],
                    },
                ],
                facts: vec![
                    ("differing", distance(&keys.inner, &keys.outer).to_string()),
                    ("length", key.len().to_string()),
                ],
                is_done: key.len() > BLOCK,
                ..Stage::default()
            }
        };
    },
};

const PAYLOAD: &str = r#"{"sub":"42"}"#;

const HASHES: Step = Step {
    title: "Two hashes",
    text: "First the inner key and the text are hashed, then the outer key and that hash. One hash would not do: from SHA-256 of \
           key and text, anybody could compute that of key and a longer text. The second hides what that takes.",
    task: "Change the payload or the key, and compare by hand what the inspector signs.",
    after: "The text is header, dot and payload as they stand in the token. A signature is {length} bytes, whatever the length \
            of the text. [[RFC 7515 section 5.1]]",
    start: &[("lesson-key", SECRET), ("lesson-payload", PAYLOAD)],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let (key, payload) = (model.get("lesson-key"), model.get("lesson-payload"));
            let unsigned = tokens::with_signature(HS256, payload, "");
            let text = unsigned.strip_suffix('.').unwrap_or(&unsigned).as_bytes();
            let signature = mac(key, text);
            let token = unsigned.clone() + &base64url::encode(&signature);
            let (inner, by_hand) = Keys::new(key.as_bytes()).hashes(text);
            let by_hand_text = base64url::encode(&by_hand);
            let line = |text: &str, note: &str| Line {
                text: text.to_owned(),
                tone: Tone::Good,
                note: note.to_owned(),
            };
            let is_equal = by_hand == signature;
            Stage {
                blocks: vec![
                    text_box(("lesson-key", "Key", "in UTF-8"), key),
                    tokens::json_box(
                        ("lesson-payload", "Payload", "as it is encoded"),
                        "payload",
                        payload,
                        PAYLOAD,
                    ),
                    Block::Code {
                        label: "By hand",
                        lines: vec![
                            line("text = header.payload  ", ""),
                            line("a = SHA-256(inner key + text)  ", &hexadecimal(&inner)),
                            line("b = SHA-256(outer key + a)  ", &hexadecimal(&by_hand)),
                            line("base64url(b)  ", &by_hand_text),
                        ],
                        tone: Tone::of(is_equal),
                        outcome: match is_equal {
                            true => "The same as in the token".to_owned(),
                            false => "A token is not signed with an empty key".to_owned(),
                        },
                    },
                    tokens::shown("Signed by the inspector", &token, &token, key, true),
                ],
                facts: vec![("length", by_hand.len().to_string())],
                is_done: is_equal && (payload != PAYLOAD || key != SECRET),
                ..Stage::default()
            }
        };
    },
};

const FLIP: Step = Step {
    title: "Flip one bit",
    text: "Nothing of the text is to be seen in the signature. Flip a single bit of the text, and each of the 256 bits of the \
           signature flips or stays as if a coin were tossed: half of them are to be expected.",
    task: "Flip one bit with the slider, then others. Type a text of your own, if you like.",
    after: "Now {flipped} of 256 are flipped. Each of the first {tried} bits by itself: {least} at least, {most} at most, \
            {average} on average. So nobody gets nearer to the right signature step by step.",
    start: &[("lesson-text", TEXT), ("bit", "0")],
    act: nothing_else,
    show: |model, stage| {
        *stage = {
            let text = model.get("lesson-text");
            let bytes = text.as_bytes();
            let last = bytes.len() * 8;
            let before = mac(SECRET, bytes);
            let bit = model.number("bit").min(last).checked_sub(1);
            let after = bit.map_or_else(|| before.clone(), |bit| mac(SECRET, &flipped(bytes, bit)));
            let count = distance(&before, &after);
            let trials = Trials::of(bytes, &before);
            Stage {
                blocks: vec![
                    text_box(("lesson-text", "Text", "signed with a fixed key"), text),
                    range(
                        ("bit", "Flip bit"),
                        (0, last),
                        model,
                        bit.map_or("none".to_owned(), |bit| told(bytes, bit)),
                    ),
                    Block::Code {
                        label: "The 256 bits of the signature: X flips, · stays",
                        lines: before
                            .chunks(4)
                            .zip(after.chunks(4))
                            .map(compared)
                            .collect(),
                        tone: Tone::Plain,
                        outcome: [&count.to_string(), " of 256 bits flip"].concat(),
                    },
                ],
                facts: vec![
                    ("flipped", count.to_string()),
                    ("tried", trials.count.to_string()),
                    ("least", trials.least.min(trials.most).to_string()),
                    ("most", trials.most.to_string()),
                    ("average", trials.average().to_string()),
                ],
                is_done: count > 0,
                ..Stage::default()
            }
        };
    },
};
