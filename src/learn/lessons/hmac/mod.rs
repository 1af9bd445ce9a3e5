//! How HMAC makes a signature.

mod by_hand;

use crate::jose::alg::Hash;
use crate::jose::base64url;
use crate::jose::crypto::digest;
use crate::learn::binary::{distance, flipped};
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Question, Step, Tone, nothing_else};
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
            why: "Same key, same text, same signature: any server that has the key can check any token. [[RFC 7518 \
                  section 3.2]]",
        },
        Question {
            ask: "Is there a salt in it?",
            answers: &[
                "No: the key does that work, if it is random.",
                "Yes, in the header.",
                "Yes, a new one for each token.",
            ],
            right: 0,
            why: "A salt keeps equal passwords from having equal hashes. Here it is the key that nobody may guess: the \
                  same text has the same signature every time.",
        },
    ],
};

const TEXT: &str = "Pay Ada 10";

const HASH: Step = Step {
    title: "A hash alone",
    text: "SHA-256 makes 32 bytes of any text: the same text, the same bytes. No two texts with the same bytes have \
           ever been found.",
    task: "You are the attacker. Change the text.",
    after: "Send the new text with its new hash, and the receiver finds nothing wrong: hashing takes nothing that you \
            don’t have. **HMAC** is a hash with a key.",
    start: &[("lesson-text", TEXT)],
    act: nothing_else,
    show: |model, stage| {
        let text = model.get("lesson-text");
        let hash = |text: &str| hexadecimal(&digest(Hash::Sha256, text.as_bytes()));
        stage.is_done = text != TEXT;
        stage.text_box(model, ("lesson-text", "Text", "you are the attacker"), "");
        stage.compare(
            "SHA-256",
            ("Of the first text", &hash(TEXT), ""),
            if text == TEXT { "=" } else { "≠" },
            ("Of your text", &hash(text), ""),
        );
    },
};

const PADS: Step = Step {
    title: "The key and two pads",
    text: "SHA-256 works on blocks of 64 bytes, so zeros fill the key up to 64. Each byte is mixed (XOR) with \
           hexadecimal `36` for the **inner key**, and with `5c` for the **outer key**: the two differ in {differing} \
           of 512 bits. [[RFC 2104 section 2]]",
    task: "Make the key longer than 64 bytes.",
    after: "Your key has {length} bytes. One longer than a block is hashed first, to 32 bytes: a key of more \
            than 64 bytes gains nothing. For HS256 it must have 32 or more. [[RFC 7518 section 3.2]]",
    start: &[(
        "lesson-key",
        "a key of these lessons that is nearly as long as one block",
    )],
    act: nothing_else,
    show: |model, stage| {
        let key = model.get("lesson-key");
        let keys = Keys::new(key.as_bytes());
        let is_long = key.len() > BLOCK;
        let first = match is_long {
            true => "SHA-256 of the key, filled up",
            false => "Key, filled up",
        };
        stage.is_done = is_long;
        stage.text_box(model, ("lesson-key", "Key", "in UTF-8"), "");
        stage.table("64 bytes each", &["What", "Two digits a byte"]);
        let rows = [
            (first, &keys.filled),
            ("Inner key", &keys.inner),
            ("Outer key", &keys.outer),
        ];
        for (name, bytes) in rows {
            stage.row(Tone::Plain, &[name, &hexadecimal(bytes)]);
        }
        stage.count("differing", distance(&keys.inner, &keys.outer) as usize);
        stage.count("length", key.len());
    },
};

const PAYLOAD: &str = r#"{"sub":"42"}"#;

const HASHES: Step = Step {
    title: "Two hashes",
    text: "First the inner key and the text are hashed, then the outer key and that hash. Whoever has one \
           SHA-256 of key and text could compute that of the key and a longer text. The second hash hides what this \
           takes.",
    task: "Change the payload or the key, and compare by hand what the inspector signs.",
    after: "The text is header, dot and payload as they stand in the token. However long it is, a signature has \
            {length} bytes. [[RFC 7515 section 5.1]]",
    start: &[("lesson-key", SECRET), ("lesson-payload", PAYLOAD)],
    act: nothing_else,
    show: |model, stage| {
        let (key, payload) = (model.get("lesson-key"), model.get("lesson-payload"));
        let unsigned = tokens::with_signature(HS256, payload, "");
        let text = unsigned.strip_suffix('.').unwrap_or(&unsigned).as_bytes();
        let signature = mac(key, text);
        let (inner, by_hand) = Keys::new(key.as_bytes()).hashes(text);
        let is_equal = by_hand == signature;
        stage.is_done = is_equal && (payload != PAYLOAD || key != SECRET);
        stage.text_box(model, ("lesson-key", "Key", "in UTF-8"), "");
        let named = ("lesson-payload", "Payload", "as it is encoded");
        stage.json_box(model, named, "payload", PAYLOAD);
        let outcome = match is_equal {
            true => "The same as in the token",
            false => "A token is not signed with an empty key",
        };
        stage.code("By hand", Tone::of(is_equal), outcome);
        let lines = [
            ("text = header.payload  ", ""),
            ("a = SHA-256(inner key + text)  ", &hexadecimal(&inner)),
            ("b = SHA-256(outer key + a)  ", &hexadecimal(&by_hand)),
            ("base64url(b)  ", &base64url::encode(&by_hand)),
        ];
        for (line, note) in lines {
            stage.line(Tone::Good, line, note);
        }
        let token = [&*unsigned, &base64url::encode(&signature)].concat();
        stage.token("Signed by the inspector", &token, key);
        stage.count("length", by_hand.len());
    },
};

const FLIP: Step = Step {
    title: "Flip one bit",
    text: "Flip one bit of the text, and each of the 256 bits of the signature flips or stays as if a coin were \
           tossed: half are to be expected.",
    task: "Flip one bit with the slider, then others, or in a text of your own.",
    after: "{flipped} of 256 are flipped. Flipped one at a time, the first {tried} bits of the text change from \
            {least} to {most} bits of the signature, {average} on average. So nobody gets nearer to the right \
            signature step by step.",
    start: &[("lesson-text", TEXT), ("bit", "0")],
    act: nothing_else,
    show: |model, stage| {
        let bytes = model.get("lesson-text").as_bytes();
        let last = bytes.len() * 8;
        let before = mac(SECRET, bytes);
        let (after, told) = match model.number("bit").min(last) {
            0 => (before.clone(), "none".to_owned()),
            bit => (mac(SECRET, &flipped(bytes, bit - 1)), told(bytes, bit - 1)),
        };
        let count = distance(&before, &after);
        stage.is_done = count > 0;
        let named = ("lesson-text", "Text", "signed with a fixed key");
        stage.text_box(model, named, "");
        stage.range(model, ("bit", "Flip bit"), (0, last), &told);
        let label = "The 256 bits of the signature: X flips, · stays";
        let outcome = [&count.to_string(), " of 256 bits flip"].concat();
        stage.code(label, Tone::Plain, &outcome);
        for (before, after) in before.chunks(4).zip(after.chunks(4)) {
            compared(stage, before, after);
        }
        let trials = Trials::of(bytes, &before);
        stage.count("flipped", count as usize);
        stage.count("tried", trials.count as usize);
        stage.count("least", trials.least.min(trials.most) as usize);
        stage.count("most", trials.most as usize);
        stage.count("average", trials.average() as usize);
    },
};
