//! Who can sign, who can verify.

use crate::jose::base64url;
use crate::learn::keys::{Pair, RSA, RSA_TOKEN};
use crate::learn::tokens::{self, ES256, HS256, SECRET};
use crate::learn::tried::{TRIED, has_tried_all, note, note_tried};
use crate::learn::{Chapter, Lesson, Model, Moment, Question, Stage, Step, Tone};
use crate::words::signature::said;

pub const LESSON: Lesson = Lesson {
    slug: "keys",
    title: "Who can sign, who can verify",
    chapter: Chapter::Token,
    steps: &[SHARED, PAIR, FIT],
    questions: &[
        Question {
            ask: "Is a JWT signed with the private or with the public key?",
            answers: &[
                "With the private key; the public key verifies.",
                "With the public key; the private key decrypts.",
                "With both, one after the other.",
            ],
            right: 0,
            why: "Only the issuer may sign, so it takes what only the issuer has. Nothing is encrypted: whoever has \
                  the token reads it. With an HS algorithm there is no pair, and one secret does both.",
        },
        Question {
            ask: "Ten services of other companies are to verify your tokens. What do they get?",
            answers: &[
                "The secret, over a safe line.",
                "The public key.",
                "A private key each.",
            ],
            right: 1,
            why: "With the secret, each of the ten could issue tokens in your name. The public key needs no secrecy; \
                  only make sure that they know it is yours.",
        },
    ],
};

/// The services, and whom else a token can be of.
const MAKERS: [(&str, &str); 4] = [
    ("Login", "Login"),
    ("Shop", "Shop"),
    ("Mail", "Mail"),
    ("own", "Mail, with a new key pair"),
];

/// What each service has of a key pair.
const HALVES: [&str; 3] = [
    "has the key pair",
    "has the public key",
    "has the public key",
];

const FORGED: &str = r#"{"sub":"1234567890","role":"root"}"#;

const SHARED: Step = Step {
    title: "One secret for all",
    text: "Login issues tokens, Shop and Mail verify them. With HS256 there is one key for both: whoever verifies has \
           to have what signs. [[RFC 7518 section 3.2]]",
    task: "Somebody broke into Mail. Let Mail make a token that says `root`.",
    after: "{signers} of 3 services can sign. Shop accepts the token, and cannot tell who made it. A shared secret is \
            for those who trust each other entirely; best of all, for one service that issues and verifies.",
    start: &[("signer", "Login"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        services(model, stage, HS256, [SECRET; 3]);
        stage.is_done = model.is("signer", "Mail");
    },
};

const PAIR: Step = Step {
    title: "A key pair",
    text: "With RS256 or ES256 the key has two halves. [[RFC 7518 sections 3.3 and 3.4]] The private half signs, and \
           stays with Login. The public half verifies, and everybody may know it: it cannot sign, nor can the private \
           half be computed from it in any useful time.",
    task: "Break into Mail again: sign with what it has, then with a new key pair of its own.",
    after: "Now {signers} of 3 services can sign, and a token that verifies came from there.",
    start: &[("signer", "Login"), (TRIED, "")],
    act: note_tried,
    show: |model, stage| {
        let pair = Pair::new(1, "");
        services(
            model,
            stage,
            ES256,
            [&pair.private, &pair.public, &pair.public],
        );
        stage.is_done = has_tried_all(model, &["Mail", "own"]);
    },
};

const FIT: Step = Step {
    title: "Three tokens, three keys",
    text: "HS256 is an HMAC with SHA-256, ES256 is ECDSA on the curve P-256, RS256 is RSA with the padding of PKCS #1 \
           v1.5. The RSA token and its public key were printed in a standard: without the private half, this page can \
           verify all the same. [[RFC 7515 appendix A.2]]",
    task: "Find the key of each token.",
    after: "An HMAC of SHA-256 has 32 bytes, a signature of ES256 64, one of RSA as many as its modulus, here 256. \
            This one has {bytes}. Verifying with RSA is fast, signing slow.",
    start: &[("taken", "hs"), ("with", ""), (TRIED, "")],
    act: |model, _| {
        let tried = [model.get("taken"), "/", model.get("with")].concat();
        note(model, &tried);
    },
    show: |model, stage| {
        let pair = Pair::new(1, "");
        let token = match model.get("taken") {
            "es" => &tokens::signed(ES256, FORGED, &pair.private),
            "rs" => RSA_TOKEN,
            _ => &tokens::signed(HS256, FORGED, SECRET),
        };
        let key = match model.get("with") {
            "es" => &pair.public,
            "rs" => RSA,
            "hs" => SECRET,
            _ => "",
        };
        let check = tokens::check(token, key, None);
        let holds = tokens::is_verified(&check);
        let (title, sign) = match holds {
            true => ("The key fits", "✓"),
            false => ("Not verified", "≠"),
        };
        stage.is_done = has_tried_all(model, &["hs/hs", "es/es", "rs/rs"]);
        stage.outcome(Tone::of(holds), title, &said(&check).sentence);
        let taken = [("hs", "HS256"), ("es", "ES256"), ("rs", "RS256")];
        stage.buttons(model, ("taken", "Take the token of"), &taken);
        let keys = [
            ("hs", "the secret"),
            ("es", "the P-256 key"),
            ("rs", "the RSA key"),
        ];
        stage.buttons(model, ("with", "Verify it with"), &keys);
        stage.edited_token("Token", token, token, key, holds);
        let [.., signature] = tokens::parts(token);
        let bytes = base64url::decode(signature).unwrap_or_default().len();
        let label = [&bytes.to_string(), " bytes"].concat();
        let left = (&*label, signature, "signature");
        stage.compare("Signature and key", left, sign, ("Key", key, ""));
        stage.count("bytes", bytes);
    },
};

/// Three services with the keys they hold, of which one made a token that the others judge.
fn services(model: &Model, stage: &mut Stage, header: &str, held: [&str; 3]) {
    let from = match model.get("signer") {
        "Login" => 0,
        "Shop" => 1,
        _ => 2,
    };
    let own = Pair::new(2, "").private;
    let key = if model.is("signer", "own") {
        &own
    } else {
        held[from]
    };
    let token = tokens::signed(header, FORGED, key);
    let (makers, has) = match header {
        HS256 => (&MAKERS[..3], ["has the secret"; 3]),
        _ => (&MAKERS[..], HALVES),
    };
    stage.buttons(model, ("signer", "The token is made by"), makers);
    let mut moment = Moment::default();
    let mut signers = 0;
    for (at, key) in held.into_iter().enumerate() {
        let can_sign = tokens::verifies(&tokens::signed(header, FORGED, key), key);
        signers += usize::from(can_sign);
        let can = match can_sign {
            true => "can sign and verify",
            false => "can only verify",
        };
        let (tone, says) = match tokens::verifies(&token, key) {
            _ if at == from => (Tone::Plain, "made this token"),
            true => (Tone::Good, "accepts this token"),
            false => (Tone::Bad, "refuses this token"),
        };
        moment.actor(MAKERS[at].0, &[has[at], can, says], tone);
    }
    let holds = tokens::verifies(&token, held[1]);
    let to = if from == 1 { 2 } else { 1 };
    moment.message((from, to), "role: root", Tone::of(holds));
    stage.scene("Who has which key", &moment);
    stage.edited_token("Token on the wire", &token, &token, held[1], holds);
    stage.count("signers", signers);
}
