//! For every rule, tokens that break it and tokens that keep it.

use super::lint::{Case, alone, case, claims, header, payload, sized, with, with_secret};
use super::{HS256, SECRET, compact, fixtures, hs256, input, jwk_with, jwks, mac, pasted, signed};
use jwt_inspector::jose::alg::Hash;
use jwt_inspector::jose::base64url::encode;
use serde_json::{Value, json};

/// Every rule.
pub fn cases() -> Vec<Case> {
    [
        formats(),
        algorithms(),
        signatures(),
        secrets(),
        keys(),
        headers(),
        times(),
        others(),
        kinds(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn formats() -> Vec<Case> {
    let fine = || claims("");
    let bytes = |bytes: &[u8]| alone(["eyJhbGciOiJIUzI1NiJ9", &encode(bytes), "AAAA"].join("."));
    vec![
        case(
            "STR01",
            [alone("a.b"), alone("hello"), alone("a.b.c.d")],
            [alone(fine()), alone("")],
        ),
        case(
            "STR02",
            [alone(fine().replacen('.', " .", 1)), alone(fine() + "}")],
            [alone(fine()), alone(fine() + "=")],
        ),
        case(
            "STR03",
            [alone(fine() + "="), alone(compact(HS256, "{}", "A+/A"))],
            [alone(fine()), alone(fine() + "}")],
        ),
        case(
            "STR04",
            [
                alone(compact(HS256, "{}", "AB")),
                alone(compact(HS256, "{}", "AAAAA")),
            ],
            [alone(fine()), alone(fine() + "=")],
        ),
        case(
            "STR05",
            [
                bytes(b"\xEF\xBB\xBF{}"),
                bytes(b"{\"a\":\"\xFF\"}"),
                bytes(b"{\0}\0"),
                bytes(b"\xFF\xFE{\0}\0"),
                alone(compact("\u{FEFF}{}", "{}", "AAAA")),
            ],
            // A JWS may carry any bytes.
            [
                alone(fine()),
                bytes(b"\x78\x9C\xFF\x00"),
                bytes(b"\xFF\xFE"),
            ],
        ),
        case(
            "STR06",
            [
                alone(compact("[]", "{}", "AAAA")),
                alone(compact("x", "{}", "AAAA")),
                alone(hs256(HS256, "[]")),
                alone(hs256(HS256, "text")),
            ],
            [alone(fine()), alone(hs256(HS256, &fine()))],
        ),
        case(
            "STR07",
            [
                alone(hs256(r#"{"alg":"none","alg":"HS256"}"#, "{}")),
                alone(claims(r#""iss":"b""#)),
                alone(claims(r#""a":[{"b":1,"b":2}]"#)),
                alone(header(r#""x":{"y":1,"y":1}"#)),
            ],
            [alone(claims(r#""a":{"iss":1}"#))],
        ),
        case(
            "STR08",
            [
                alone(claims(r#""id":9007199254740992"#)),
                alone(claims(r#""a":[{"id":-100002348117421473}]"#)),
            ],
            [alone(claims(
                r#""id":9007199254740991,"s":"9007199254740992","d":1.5e300"#,
            ))],
        ),
        case(
            "STR09",
            [alone(
                r#"{"payload":"e30","signature":"AAAA","protected":"e30"}"#,
            )],
            [alone(fine())],
        ),
        case(
            "STR10",
            [
                alone(format!("Bearer {}", fine())),
                alone(format!("\"{}\"\n", fine())),
            ],
            [alone(fine()), alone("  ")],
        ),
    ]
}

fn algorithms() -> Vec<Case> {
    let of = |header: &str| alone(hs256(header, &payload("")));
    let jwk =
        |alg: &str| json!({"kty": "oct", "k": encode(SECRET.as_bytes()), "alg": alg}).to_string();
    let jwe = |alg: &str| {
        alone(
            [
                &encode(format!(r#"{{"alg":"{alg}","enc":"A128GCM"}}"#).as_bytes()),
                "AAAA",
                "AAAA",
                "AAAA",
                "AAAA",
            ]
            .join("."),
        )
    };
    vec![
        case(
            "ALG01",
            [of("{}"), of(r#"{"alg":256}"#), of(r#"{"Alg":"HS256"}"#)],
            [of(HS256)],
        ),
        case(
            "ALG02",
            [of(r#"{"alg":"none"}"#), alone(compact(HS256, "{}", ""))],
            [of(HS256), of(r#"{"alg":"None"}"#)],
        ),
        case(
            "ALG03",
            [
                of(r#"{"alg":"hs256"}"#),
                of(r#"{"alg":"nOnE"}"#),
                of(r#"{"alg":"ed448"}"#),
            ],
            [of(HS256), of(r#"{"alg":"XX"}"#)],
        ),
        case(
            "ALG04",
            [of(r#"{"alg":"HS257"}"#), of(r#"{"alg":"RSA-OAEP"}"#)],
            // A name that cannot collide is as good (RFC 7515 section 4.1.1).
            [
                of(HS256),
                of(r#"{"alg":"ML-DSA-44"}"#),
                of(r#"{"alg":"https://maker.example/alg"}"#),
                of(r#"{"alg":"hs256"}"#),
            ],
        ),
        case("ALG05", [of(HS256)], [alone(signed("ES256", "p-256"))]),
        case(
            "ALG06",
            [alone(signed("RS256", "rsa"))],
            [alone(signed("PS256", "rsa"))],
        ),
        case(
            "ALG07",
            [alone(signed("EdDSA", "ed25519"))],
            [alone(signed("Ed25519", "ed25519"))],
        ),
        case("ALG08", [jwe("RSA1_5")], [jwe("RSA-OAEP-256")]),
        case(
            "ALG09",
            [with(claims(""), jwk("HS512"))],
            [with(claims(""), jwk("HS256")), with_secret(claims(""))],
        ),
        case(
            "ALG10",
            [
                with(claims(""), pasted("rsa", "spki")),
                with(
                    claims(""),
                    format!("junk before it\n{}", pasted("p-256", "spki")),
                ),
                with(signed("RS256", "rsa"), pasted("p-256", "spki")),
                with(signed("ES256", "p-256"), pasted("ed25519", "spki")),
            ],
            [
                with_secret(claims("")),
                with(signed("RS256", "rsa"), pasted("rsa", "spki")),
                with(signed("ES256", "p-256"), pasted("p-384", "spki")),
            ],
        ),
    ]
}

fn signatures() -> Vec<Case> {
    let of = |alg: &str, bytes: &[u8]| {
        alone(compact(
            &format!(r#"{{"alg":"{alg}"}}"#),
            "{}",
            &encode(bytes),
        ))
    };
    let rs = |bytes| with(sized("RS256", bytes), pasted("rsa", "spki"));
    let mut der = vec![0x30, 0x44, 0x02, 0x20];
    der.extend([0x11; 32]);
    der.extend([0x02, 0x20]);
    der.extend([0x11; 32]);
    let sizes = [
        ("HS256", 32),
        ("HS384", 48),
        ("HS512", 64),
        ("ES256", 64),
        ("ES256K", 64),
        ("ES384", 96),
        ("ES512", 132),
        ("Ed25519", 64),
        ("EdDSA", 64),
        ("Ed448", 114),
        ("ML-DSA-44", 2420),
        ("ML-DSA-65", 3309),
        ("ML-DSA-87", 4627),
    ];
    let size = |by: usize| sizes.map(|(alg, size)| alone(sized(alg, size - by)));
    vec![
        case(
            "SIG01",
            size(1).into_iter().chain([rs(255)]),
            size(0)
                .into_iter()
                .chain([rs(256), of("ES256", &der), alone(sized("RS256", 99))]),
        ),
        case(
            "SIG02",
            [of("ES256", &der), of("ES256K", &der)],
            [of("ES256", &[0x30; 64]), of("HS256", &der)],
        ),
        case(
            "SIG03",
            [of("ES256", &[0; 64]), of("ES384", &[0xFF; 96])],
            [of("ES256", &[0x11; 64]), alone(signed("ES512", "p-521"))],
        ),
    ]
}

fn secrets() -> Vec<Case> {
    let oct = |bytes: &[u8]| {
        with(
            claims(""),
            json!({"kty": "oct", "k": encode(bytes)}).to_string(),
        )
    };
    let text = |secret: &str| with(claims(""), secret);
    let spki = pasted("rsa", "spki");
    let der = pasted("p-256", "spki")
        .lines()
        .filter(|line| !line.contains("--"))
        .collect::<String>();
    let der = jwt_inspector::jose::base64url::decode_leniently(der.trim_end_matches('='));
    let hs512 = |secret: &str| {
        let input = input(r#"{"alg":"HS512"}"#, &payload(""));
        with(format!("{input}.{}", mac(Hash::Sha512, &input)), secret)
    };
    vec![
        case(
            "KEY01",
            [text("31 bytes of a secret, no more.."), hs512(SECRET)],
            [
                text("32 bytes of a secret, and enough"),
                with_secret(claims("")),
            ],
        ),
        case(
            "KEY02",
            [
                text("secret"),
                text("your-256-bit-secret"),
                text("Your Secret Key"),
                text("a-string-secret-at-least-256-bits-long"),
                text("super-secret-jwt-token-with-at-least-32-characters-long"),
                oct(&[0; 32]),
            ],
            [
                with_secret(claims("")),
                text("secretary of the interior, 1871"),
            ],
        ),
        case(
            "KEY03",
            [
                oct(spki.as_bytes()),
                oct(pasted("rsa", "public_jwk").as_bytes()),
                oct(&der),
            ],
            [
                with_secret(claims("")),
                oct(b"{\"not\":\"a key\"}"),
                with(claims(""), spki.clone()),
            ],
        ),
    ]
}

fn keys() -> Vec<Case> {
    let rs = |name: &str| with(signed("RS256", "rsa"), pasted(name, "spki"));
    let es = |key: Value| with(signed("ES256", "p-256"), key.to_string());
    let p256 = |members: Value| jwk_with("p-256", "public_jwk", &members);
    let set = |keys: &[Value]| with(signed("ES256", "p-256"), jwks(keys));
    let other_y = fixtures()["keys"]["p-256-other"]["public_jwk"]["y"].clone();
    let certificate = |name: &str| {
        let pem = pasted(name, "certificate");
        json!([pem
            .lines()
            .filter(|line| !line.contains("--"))
            .collect::<String>()])
    };
    let akp = |alg: &str, public: usize, private: usize| {
        let encoded = |bytes: usize| encode(&vec![7; bytes]);
        es(json!({"kty": "AKP", "alg": alg, "pub": encoded(public), "priv": encoded(private)}))
    };
    let own = |jwk: Value| alone(header(&format!(r#""jwk":{jwk}"#)));
    let private = || fixtures()["keys"]["p-256"]["private_jwk"].clone();
    let named = |kid: &str| p256(json!({"kid": kid}));
    vec![
        case(
            "KEY04",
            [
                rs("rsa-1024"),
                with(signed("RS256", "rsa-512"), pasted("rsa-512", "public_jwk")),
            ],
            [rs("rsa"), rs("p-256")],
        ),
        case(
            "KEY05",
            [
                rs("rsa-e3"),
                with(
                    signed("RS256", "rsa"),
                    jwk_with("rsa", "public_jwk", &json!({"e": "Ag"})).to_string(),
                ),
            ],
            [rs("rsa")],
        ),
        case(
            "KEY06",
            [
                es(p256(json!({"y": other_y}))),
                with(signed("ES256", "p-256"), pasted("p-384", "spki")),
            ],
            [es(p256(json!({})))],
        ),
        case(
            "KEY07",
            [
                own(private()),
                own(json!({"kty": "oct", "k": "AAAA"})),
                set(&[private()]),
            ],
            [own(p256(json!({}))), set(&[p256(json!({}))]), es(private())],
        ),
        case(
            "KEY08",
            [
                es(p256(json!({"use": "enc"}))),
                es(p256(json!({"key_ops": ["deriveKey"]}))),
            ],
            [es(p256(json!({"use": "sig", "key_ops": ["verify"]})))],
        ),
        case(
            "KEY09",
            [
                akp("ML-DSA-44", 1311, 32),
                akp("ML-DSA-65", 1952, 64),
                es(json!({"kty": "AKP", "pub": "AAAA"})),
                es(json!({"kty": "AKP", "alg": "ML-DSA-44"})),
            ],
            [
                akp("ML-DSA-44", 1312, 32),
                akp("ML-DSA-65", 1952, 32),
                akp("ML-DSA-87", 2592, 32),
                es(p256(json!({}))),
            ],
        ),
        case(
            "KEY10",
            [set(&[named("a"), named("a")])],
            [
                set(&[named("a"), named("b")]),
                set(&[
                    named("a"),
                    jwk_with("rsa", "public_jwk", &json!({"kid": "a"})),
                ]),
                set(&[p256(json!({})), p256(json!({}))]),
            ],
        ),
        case(
            "KEY11",
            [es(p256(json!({"x5c": certificate("p-256-other")})))],
            [es(p256(json!({"x5c": certificate("p-256")})))],
        ),
        case(
            "KEY12",
            [with(claims(""), jwks(&[named("a"), named("b")]))],
            [
                set(&[named("a")]),
                with(header(r#""kid":"a""#), jwks(&[named("a"), named("b")])),
            ],
        ),
    ]
}

fn headers() -> Vec<Case> {
    let of = |others: &str| alone(header(others));
    let unencoded = |payload: &str| {
        let header = encode(br#"{"alg":"HS256","b64":false,"crit":["b64"]}"#);
        alone(format!("{header}.{payload}.AAAA"))
    };
    let kid = |kid: &str| of(&format!(r#""kid":"{kid}""#));
    vec![
        case(
            "HDR01",
            [
                of(r#""jku":"https://issuer.example/keys""#),
                of(r#""x5u":"http://issuer.example""#),
            ],
            [of(r#""kid":"1""#)],
        ),
        case(
            "HDR02",
            [of(r#""jwk":{}"#), of(r#""x5c":[]"#)],
            [
                of(r#""kid":"1""#),
                of(r#""typ":"dpop+jwt","jwk":{}"#),
                of(r#""typ":"openid4vci-proof+jwt","jwk":{}"#),
            ],
        ),
        case(
            "HDR03",
            [
                kid("../../dev/null"),
                kid("/dev/null"),
                kid("x' OR 1=1 --"),
                kid("a\\u0000b"),
                kid("a|b"),
                kid("a;b"),
                kid("https://a.example"),
            ],
            [
                kid("did:example:123#key-1"),
                kid("urn:ietf:params:oauth:jwk-thumbprint:sha-256:AA"),
                kid("aGVsbG8+/w=="),
                kid("2024-01-01T00:00:00Z"),
            ],
        ),
        case(
            "HDR04",
            [
                of(r#""crit":[]"#),
                of(r#""crit":"b64""#),
                of(r#""crit":["b64","b64"],"b64":true"#),
                of(r#""crit":["alg"]"#),
                of(r#""crit":["exp"]"#),
            ],
            [
                of(r#""crit":["b64"],"b64":true"#),
                of(r#""crit":["x"],"x":1"#),
            ],
        ),
        case(
            "HDR05",
            [of(r#""crit":["x"],"x":1"#)],
            [of(r#""crit":["b64"],"b64":true"#)],
        ),
        case(
            "HDR06",
            [alone(format!(
                "{}.text.AAAA",
                encode(br#"{"alg":"HS256","b64":false}"#)
            ))],
            [unencoded("text"), of(r#""b64":true"#)],
        ),
        case(
            "HDR07",
            [unencoded(r#"{"sub":"a"}"#)],
            [
                unencoded(r#"{"amount":1}"#),
                unencoded("text"),
                of(r#""b64":true"#),
            ],
        ),
        case(
            "HDR08",
            [of(r#""typ":"JWT""#), of(r#""kid":"1""#)],
            [
                of(r#""typ":"at+jwt""#),
                alone(hs256(r#"{"alg":"HS256"}"#, "text")),
            ],
        ),
        case(
            "HDR09",
            [of(r#""typ":"application/at+jwt""#)],
            [of(r#""typ":"at+jwt""#), of(r#""typ":"application/a/b""#)],
        ),
        case(
            "HDR10",
            [alone(hs256(HS256, &claims("")))],
            [
                alone(hs256(r#"{"alg":"HS256","cty":"JWT"}"#, &claims(""))),
                alone(hs256(HS256, "eyes.and.ears!")),
            ],
        ),
        case(
            "HDR11",
            [of(r#""x5t":"AAAA""#)],
            [
                of(r##""x5t":"AAAA","x5t#S256":"AAAA""##),
                of(r##""x5t#S256":"AAAA""##),
            ],
        ),
    ]
}

fn times() -> Vec<Case> {
    let of = |payload: &str| alone(hs256(HS256, payload));
    vec![
        case(
            "CLM01",
            [
                of(r#"{"exp":"2000000600"}"#),
                of(r#"{"nbf":null}"#),
                of(r#"{"iat":[]}"#),
            ],
            [of(r#"{"exp":2000000600.5}"#)],
        ),
        case(
            "CLM02",
            [
                of(r#"{"exp":2000000600000}"#),
                of(r#"{"iat":1999999999000}"#),
            ],
            [of(r#"{"exp":99999999999}"#)],
        ),
        case(
            "CLM03",
            [of(r#"{"exp":2000000000}"#), of(r#"{"exp":0}"#)],
            [of(r#"{"exp":2000000001}"#)],
        ),
        case(
            "CLM04",
            [of(r#"{"nbf":2000000001}"#)],
            [of(r#"{"nbf":2000000000}"#)],
        ),
        case(
            "CLM05",
            [of(r#"{"iat":2000000001}"#)],
            [of(r#"{"iat":2000000000}"#)],
        ),
        case(
            "CLM06",
            [
                of(r#"{"exp":2000000600,"iat":2000000600}"#),
                of(r#"{"exp":2000000600,"nbf":2000000700}"#),
            ],
            [
                of(r#"{"exp":2000000600,"iat":2000000599,"nbf":1}"#),
                of(r#"{"exp":2000000600,"iat":2000000000000}"#),
            ],
        ),
        case(
            "CLM08",
            [
                of(r#"{"exp":2000086401,"iat":2000000000}"#),
                of(r#"{"exp":2000003601,"nbf":2000000000,"scope":"a"}"#),
            ],
            [
                of(r#"{"exp":2000086400,"iat":2000000000}"#),
                of(r#"{"exp":2000003600,"iat":2000000000,"scope":"a"}"#),
                of(r#"{"exp":2900000000}"#),
                of(r#"{"exp":2900000000,"iat":1,"vct":"a"}"#),
            ],
        ),
    ]
}

fn others() -> Vec<Case> {
    let of = |payload: &str| alone(hs256(HS256, payload));
    let with_claim = |claim: &str| alone(claims(claim));
    let typed = |typ: &str, payload: &str| {
        alone(hs256(
            &format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#),
            payload,
        ))
    };
    vec![
        case(
            "CLM07",
            [of("{}")],
            [
                with_claim(r#""a":1"#),
                typed("secevent+jwt", "{}"),
                typed("dpop+jwt", "{}"),
                typed("trust-mark+jwt", "{}"),
            ],
        ),
        case(
            "CLM09",
            [of("{}")],
            [with_claim(r#""a":1"#), typed("dpop+jwt", "{}"), of("[]")],
        ),
        case(
            "CLM10",
            [of("{}")],
            [with_claim(r#""a":1"#), typed("dpop+jwt", "{}"), of("text")],
        ),
        case(
            "CLM11",
            [
                of(r#"{"sub":1}"#),
                of(r#"{"iss":null}"#),
                of(r#"{"jti":{}}"#),
                of(r#"{"aud":{"a":1}}"#),
                of(r#"{"aud":["a",1]}"#),
            ],
            [of(r#"{"sub":"1","aud":["a","b"],"jti":""}"#)],
        ),
        case(
            "CLM12",
            [
                with_claim(r#""password":"hunter2""#),
                with_claim(r#""user":{"Api_Key":"abc"}"#),
                with_claim(r#""ssn":123456789"#),
                with_claim(r#""x":"sk_live_abc""#),
            ],
            [
                with_claim(
                    r#""pwd_exp":12,"pwd_url":"https://a.example","password":true,"secret":"","email":"a@b.example""#,
                ),
                with_claim(r#""attributes":["password"]"#),
            ],
        ),
        case(
            "CLM13",
            [of(r#"{"iss":"my issuer: one"}"#), of(r#"{"iss":"1:a"}"#)],
            [
                of(r#"{"iss":"https://a.example/x"}"#),
                of(r#"{"iss":"issuer"}"#),
                of(r#"{"iss":"urn:a"}"#),
            ],
        ),
    ]
}

fn kinds() -> Vec<Case> {
    let of = |payload: &str| alone(hs256(HS256, payload));
    let typed = |typ: &str, payload: &str| {
        alone(hs256(
            &format!(r#"{{"alg":"HS256","typ":"{typ}"}}"#),
            payload,
        ))
    };
    let id_token = |others: &str| alone(claims(&format!(r#""sub":"a","auth_time":1{others}"#)));
    let proof = |header: &str, payload: &str| {
        alone(hs256(&format!(r#"{{"typ":"dpop+jwt",{header}}}"#), payload))
    };
    let request = r#"{"jti":"1","htm":"POST","htu":"https://a.example/b","iat":1}"#;
    let public = r#""alg":"ES256","jwk":{"kty":"EC"}"#;
    let events = r#""events":{"http://schemas.openid.net/event/backchannel-logout":{}},"jti":"1""#;
    let access = || payload(r#""sub":"a","client_id":"b","jti":"c""#);
    let long = "a".repeat(256);
    vec![
        case(
            "OID01",
            [
                of(r#"{"nonce":"a"}"#),
                of(r#"{"at_hash":"a","iss":"b","sub":"c","aud":"d","exp":2000000600}"#),
            ],
            [
                id_token(""),
                of(r#"{"a":1}"#),
                of(r#"{"nonce":"a","scope":"b"}"#),
            ],
        ),
        case(
            "OID02",
            [of(r#"{"aud":["a","b"],"nonce":"c"}"#)],
            [
                of(r#"{"aud":["a","b"],"nonce":"c","azp":"a"}"#),
                of(r#"{"aud":["a"],"nonce":"c"}"#),
                of(r#"{"aud":["a","b"]}"#),
            ],
        ),
        case(
            "OID03",
            [id_token(""), id_token(r#","c_hash":"a""#)],
            [id_token(r#","nonce":"a""#), of("{}")],
        ),
        case(
            "OID05",
            [of(&format!(r#"{{"nonce":"a","sub":"{long}"}}"#))],
            [
                of(&format!(r#"{{"nonce":"a","sub":"{}"}}"#, &long[1..])),
                of(&format!(r#"{{"sub":"{long}"}}"#)),
            ],
        ),
        case(
            "OID06",
            [
                typed("logout+jwt", &payload("")),
                alone(claims(events)),
                alone(claims(&format!(r#"{events},"sid":"a","nonce":"b""#))),
            ],
            [
                alone(claims(&format!(r#"{events},"sid":"a""#))),
                typed("logout+jwt", &payload(&format!(r#"{events},"sub":"a""#))),
                of("{}"),
            ],
        ),
        case(
            "AT01",
            [
                typed("at+jwt", &payload("")),
                typed("application/AT+JWT", "{}"),
            ],
            [typed("at+jwt", &access()), of(r#"{"scope":"a"}"#)],
        ),
        case(
            "AT02",
            [alone(compact(
                r#"{"alg":"none","typ":"at+jwt"}"#,
                &access(),
                "",
            ))],
            [
                typed("at+jwt", &access()),
                alone(compact(r#"{"alg":"none"}"#, "{}", "")),
            ],
        ),
        case(
            "AT03",
            [of(r#"{"scope":"a"}"#), of(r#"{"client_id":"a"}"#)],
            [
                typed("at+jwt", &access()),
                of(r#"{"scope":"a","redirect_uri":"b"}"#),
                typed("x+jwt", r#"{"scope":"a"}"#),
            ],
        ),
        case(
            "DP01",
            [
                proof(r#""alg":"HS256","jwk":{}"#, request),
                proof(r#""alg":"ES256""#, request),
                proof(r#""alg":"ES256","jwk":{"d":"a"}"#, request),
                proof(public, "{}"),
                proof(r#""alg":"none","jwk":{}"#, request),
            ],
            [proof(public, request), of("{}")],
        ),
        case(
            "DP02",
            [
                proof(public, r#"{"htu":"https://a.example/b?c=d"}"#),
                proof(public, r#"{"htu":"https://a.example/b#c"}"#),
            ],
            [
                proof(public, request),
                of(r#"{"htu":"https://a.example/b?c=d"}"#),
            ],
        ),
    ]
}
