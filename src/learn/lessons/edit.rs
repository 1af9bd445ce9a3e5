//! Why you can't just edit it.

use crate::jose::base64url;
use crate::learn::tokens::{self, HS256, SECRET};
use crate::learn::{Chapter, Lesson, Model, Question, Stage, Step, nothing_else};

pub const LESSON: Lesson = Lesson {
    slug: "edit",
    title: "Why you can’t just edit it",
    chapter: Chapter::Token,
    steps: &[CHANGE, MOVE, OLD_SIGNATURE, GUESS],
    questions: &[
        Question {
            ask: "You change one letter of the payload and keep the signature. What does the server notice?",
            answers: &[
                "Nothing, as long as the payload is valid JSON.",
                "That the signature it computes is another one than the token carries.",
                "That the token was not issued lately.",
            ],
            right: 1,
            why: "The signature is computed from the characters of header and payload. Other characters, other \
                  signature. The server needs no list of tokens for that: it computes, and compares. \
                  [[RFC 7515 section 5.2]]",
        },
        Question {
            ask: "Why can’t the attacker compute the new signature?",
            answers: &[
                "The algorithm is kept secret.",
                "The signature is encrypted.",
                "It takes the key, and only the server has that.",
            ],
            right: 2,
            why: "The algorithm stands in the header for everybody to read, and that does no harm. All the security is in \
                  the key. A key that can be guessed is none.",
        },
    ],
};

const PAYLOAD: &str = r#"{"sub":"1234567890","role":"user"}"#;
const PRETTY: &str = "{\n  \"sub\": \"1234567890\",\n  \"role\": \"user\"\n}";

const CHANGE: Step = Step {
    title: "Change it",
    text: "The signature is computed from the **exact characters** of the header and the payload. Anyone can decode the \
           payload, change it, and encode it again. What they can’t do is compute the signature that belongs to the new \
           text.",
    task: "You are the attacker. Make yourself an administrator: change `user` to `root`. Watch which characters of the \
           token change, and which stay.",
    after: "The server computes the HMAC over what it received and gets {computed}. The token carries {carried}. If the two \
            differ, the token is rejected. [[RFC 7515 section 5.2]]",
    start: &[("payload", PRETTY)],
    act: nothing_else,
    show: |model, stage| {
        let (role, _) = attack(model, stage);
        stage.is_done = role.is_some_and(|role| role != "user");
    },
};

const MOVE: Step = Step {
    title: "Characters that only move",
    text: "Base64url writes three bytes in four characters. An edit of the same length changes only the characters above \
           it. An edit that adds or takes letters pushes everything behind it out of its groups of three: the same bytes \
           are then written with other characters.",
    task: "Make the role longer or shorter, like `admin`. Dotted characters only moved: they carry the same bytes as before.",
    after: "Edited: {edited}. Only moved: {moved}. To the signature both are the same: it is about characters, not about \
            what they mean. [[RFC 4648 section 5]]",
    start: &[("payload", PRETTY)],
    act: nothing_else,
    show: |model, stage| {
        let (_, moved) = attack(model, stage);
        stage.is_done = moved > 0;
    },
};

const OLD_SIGNATURE: Step = Step {
    title: "Paste another signature",
    text: "You have seen other tokens of this server, with signatures that are genuine. Perhaps one of them fits?",
    task: "The payload says `root`. Put each of these signatures under it.",
    after: "The first two were made by the server, each for a text of its own. The zeros were made by nobody. A signature is \
            valid only together with the text it was made for.",
    start: &[("signature", ""), ("tried", "")],
    act: |model, _| {
        let tried = [model.get("tried"), model.get("signature"), " "].concat();
        model.put("tried", &tried);
    },
    show: |model, stage| {
        let edited = PAYLOAD.replace("user", "root");
        let original = tokens::signed(HS256, PAYLOAD, SECRET);
        let other = tokens::signed(HS256, r#"{"sub":"42","role":"root"}"#, SECRET);
        let zeros = base64url::encode(&[0; 32]);
        let choice = model.get("signature");
        let signature = match choice {
            "other" => tokens::parts(&other)[2],
            "zeros" => &zeros,
            _ => tokens::parts(&original)[2],
        };
        let token = tokens::with_signature(HS256, &edited, signature);
        let is_tried = |value: &str| model.get("tried").split(' ').any(|tried| tried == value);
        stage.is_done = ["own", "other", "zeros"].into_iter().all(is_tried);
        let why = match choice {
            "zeros" => "Nobody made this signature: it fits no text.",
            _ => "The signature is genuine, but it was made for another text.",
        };
        stage.verdict(tokens::verifies(&token, SECRET), "", why);
        let taken = [
            ("own", "of your own token, before the edit"),
            ("other", "of an administrator’s token"),
            ("zeros", "of nothing but zeros"),
        ];
        stage.buttons(model, ("signature", "Take the signature"), &taken);
        stage.edited_token("Token on the wire", &token, &original, SECRET, false);
        server(stage, &token);
    },
};

const GUESS: Step = Step {
    title: "Guess the secret",
    text: "So only the key is missing. This time the server’s administrator took the secret from a tutorial. Whoever has \
           one token can try secrets on it at home, as often as they like: nobody notices.",
    task: "Guess the secret. A hint: it is the word for what it is.",
    after: "With {bits} bits of randomness no guessing helps: HS256 asks for a key of 256 bits or more, from a generator and \
            not from a head. [[RFC 7518 section 3.2]]",
    start: &[("guess", "")],
    act: nothing_else,
    show: |model, stage| {
        let secret = "secret";
        let guess = model.get("guess");
        let original = tokens::signed(HS256, PAYLOAD, secret);
        let token = tokens::signed(HS256, &PAYLOAD.replace("user", "root"), guess);
        let holds = tokens::verifies(&token, secret);
        stage.is_done = holds;
        stage.verdict(
            holds,
            "A forged token, signed with the guessed secret. The server cannot tell it from its own.",
            "Signed with a guess, and the guess is wrong.",
        );
        let named = ("guess", "Your guess", "the attacker signs with it");
        stage.text_box(model, named, "key");
        stage.edited_token("Token on the wire", &token, &original, secret, holds);
        stage.fact("bits", "256");
    },
};

/// An edited payload under the signature that the token had before. Returns the member `role`, and how many characters
/// only moved.
fn attack(model: &Model, stage: &mut Stage) -> (Option<String>, usize) {
    let text = model.get("payload");
    let original = tokens::signed(HS256, PAYLOAD, SECRET);
    let [_, _, carried] = tokens::parts(&original);
    let token = tokens::with_signature(HS256, &tokens::compact(text), carried);
    let holds = tokens::verifies(&token, SECRET);
    let changes = tokens::payload_changes(&original, &token);
    stage.verdict(
        holds,
        "Nothing was changed yet.",
        "The payload was changed, and the signature kept.",
    );
    let named = ("payload", "Payload", "you are the attacker: edit it");
    stage.json_box(model, named, "payload", PRETTY);
    stage.edited_token("Token on the wire", &token, &original, SECRET, holds);
    server(stage, &token);
    stage.fact("computed", &start_of(&computed(&token)));
    stage.fact("carried", &start_of(carried));
    stage.count("edited", changes.edited);
    stage.count("moved", changes.moved);
    (tokens::member(text, "role"), changes.moved)
}

/// What the server computes, beside what it received.
fn server(stage: &mut Stage, token: &str) {
    let [_, _, carried] = tokens::parts(token);
    let computed = computed(token);
    stage.compare(
        "What the server does",
        ("HMAC-SHA-256(secret, header.payload)", &computed, ""),
        if computed == carried { "=" } else { "≠" },
        ("Signature it received", carried, "signature"),
    );
}

/// The signature that belongs to header and payload of a token.
fn computed(token: &str) -> String {
    let [header, payload, _] = tokens::parts(token).map(tokens::decoded);
    let signed = tokens::signed(&header, &payload, SECRET);
    tokens::parts(&signed)[2].to_owned()
}

fn start_of(signature: &str) -> String {
    signature.chars().take(4).chain(['…']).collect()
}
