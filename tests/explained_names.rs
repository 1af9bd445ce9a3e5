//! What the names in header and payload are said to mean, and where that is written.

use jwt_inspector::jose::json::Document;
use jwt_inspector::words::explained::{of_header, of_payload};
use jwt_inspector::words::fact::Fact;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod support;
use support::notes::UTC;

const REGISTRY: &str = include_str!("../src/words/explained/data/registry.txt");
const HEADER: &str = include_str!("../src/words/explained/data/header.txt");
const VENDORS: [&str; 14] = [
    include_str!("../src/words/explained/data/apple.txt"),
    include_str!("../src/words/explained/data/auth0.txt"),
    include_str!("../src/words/explained/data/aws.txt"),
    include_str!("../src/words/explained/data/cognito.txt"),
    include_str!("../src/words/explained/data/entra.txt"),
    include_str!("../src/words/explained/data/firebase.txt"),
    include_str!("../src/words/explained/data/github.txt"),
    include_str!("../src/words/explained/data/gitlab.txt"),
    include_str!("../src/words/explained/data/google.txt"),
    include_str!("../src/words/explained/data/keycloak.txt"),
    include_str!("../src/words/explained/data/kubernetes.txt"),
    include_str!("../src/words/explained/data/okta.txt"),
    include_str!("../src/words/explained/data/spiffe.txt"),
    include_str!("../src/words/explained/data/supabase.txt"),
];

fn payload(json: &str) -> Vec<Fact> {
    of_payload(&Document::parse(json.to_owned()).expect("JSON"), &UTC)
}

fn header(json: &str) -> Vec<Fact> {
    of_header(&Document::parse(json.to_owned()).expect("JSON"))
}

/// Meaning and source of the last claim of a payload.
fn last(json: &str) -> (String, &'static str) {
    let fact = payload(json).pop().expect("a claim");
    (fact.meaning, fact.source)
}

/// Of a claim named so, that says `null`.
fn claim(name: &str) -> (String, &'static str) {
    last(&format!(r#"{{"{name}":null}}"#))
}

/// Rows are found by bisection, and shown on one line of a narrow column.
#[test]
fn tables_are_sorted_and_terse() {
    let columns = |table: &'static str, most: usize| {
        let mut before = "";
        for row in table.lines() {
            let cells: Vec<&str> = row.split(" | ").collect();
            assert_eq!(cells.len(), most, "{row}");
            assert!(before < cells[0], "{before} stands before {row}");
            let meaning = cells[most - 1];
            assert!((2..=72).contains(&meaning.chars().count()), "{row}");
            assert!(!meaning.ends_with('.'), "{row}");
            before = cells[0];
        }
    };
    columns(REGISTRY, 3);
    columns(HEADER, 3);
    for table in VENDORS {
        columns(table, 2);
    }
}

#[test]
fn every_row_is_found() {
    for (table, told) in [
        (REGISTRY, payload as fn(&str) -> Vec<Fact>),
        (HEADER, header),
    ] {
        for row in table.lines() {
            let cells: Vec<&str> = row.split(" | ").collect();
            if cells[0].contains(['.', '=']) {
                continue;
            }
            let fact = told(&format!(r#"{{"{}":null}}"#, cells[0])).remove(0);
            assert_eq!(fact.source, cells[1], "{row}");
        }
    }
}

/// The registry "JSON Web Token Claims", a name of every document it points to.
#[test]
fn registered_claims_say_where_they_are_defined() {
    for (name, source) in [
        ("iss", "RFC 7519 §4.1.1"),
        ("jti", "RFC 7519 §4.1.7"),
        ("email_verified", "OpenID Connect Core §5.1"),
        ("at_hash", "OpenID Connect Core §3.1.3.6"),
        ("_claim_sources", "OpenID Connect Core §5.6.2"),
        ("sid", "OpenID Connect Front-Channel Logout §3"),
        ("cnf", "RFC 7800 §3.1"),
        ("sip_callid", "RFC 8055"),
        ("orig", "RFC 8225 §5.2.1"),
        ("events", "RFC 8417 §2.2"),
        ("rph", "RFC 8443"),
        ("vot", "RFC 8485"),
        ("origid", "RFC 8588"),
        ("jcard", "RFC 8688"),
        ("may_act", "RFC 8693 §4.4"),
        ("opt", "RFC 8946"),
        ("sph", "RFC 9027"),
        ("entitlements", "RFC 9068 §2.2.3.1"),
        ("exi", "RFC 9200"),
        ("cdniuc", "RFC 9246 §2.1"),
        ("sig_val_claims", "RFC 9321"),
        ("authorization_details", "RFC 9396 §9.1"),
        ("atc", "RFC 9447"),
        ("htu", "RFC 9449 §4.2"),
        ("msgi", "RFC 9475"),
        ("sub_id", "RFC 9493 §4.1"),
        ("rdap_dnt_allowed", "RFC 9560"),
        ("token_introspection", "RFC 9701 §5"),
        ("ueid", "RFC 9711 §4.2"),
        ("rcd", "RFC 9795"),
        ("sd_hash", "RFC 9901 §4.3"),
        ("verified_claims", "OpenID Identity Assurance"),
        ("vc", "W3C VC Data Model 1.1"),
        ("trust_mark_issuers", "OpenID Federation 1.0"),
        ("status", "OAuth Token Status List"),
        ("producerNfSetId", "3GPP TS 29.510"),
        ("geohash", "CTA-5009"),
        ("at_use_nbr", "ETSI GS NFV-SEC 022"),
    ] {
        assert_eq!(claim(name).1, source, "{name}");
    }
}

/// The registry "JSON Web Signature and Encryption Header Parameters".
#[test]
fn registered_parameters_say_where_they_are_defined() {
    for (name, source) in [
        ("alg", "RFC 7515 §4.1.1"),
        ("x5t#S256", "RFC 7515 §4.1.8"),
        ("enc", "RFC 7516 §4.1.2"),
        ("p2c", "RFC 7518 §4.8.1.2"),
        ("aud", "RFC 7519 §5.3"),
        ("b64", "RFC 7797 §3"),
        ("ppt", "RFC 8225 §8.1"),
        ("nonce", "RFC 8555 §6.5.2"),
        ("svt", "RFC 9321"),
        ("trust_chain", "OpenID Federation 1.0"),
        ("iheSSId", "IHE Document Digital Signature"),
    ] {
        assert_eq!(header(&format!(r#"{{"{name}":null}}"#))[0].source, source);
    }
    let ppt = &header(r#"{"ppt":"shaken"}"#)[0];
    assert!(
        ppt.meaning
            .ends_with("how well the operator knows the caller")
    );
}

/// RFC 7519 sections 4.2 and 4.3, RFC 7515 sections 4.2 and 4.3.
#[test]
fn unknown_names_are_public_or_private() {
    let private = "a private claim: only the issuer says what it means";
    for name in ["mine", "", "EXP", "a/b", "http:", "x.y"] {
        assert_eq!(claim(name), (private.to_owned(), "RFC 7519 §4.3"), "{name}");
    }
    for (name, owner) in [
        ("https://example.com/roles", "example.com"),
        ("https://example.com", "example.com"),
        ("example.com/roles", "example.com"),
        ("http://my.example#x", "my.example"),
        ("urn:example:role", "urn:example:role"),
    ] {
        let told = format!("a public name: whoever owns {owner} says what it means");
        assert_eq!(claim(name), (told, "RFC 7519 §4.2"));
    }
    assert_eq!(claim("https://hasura.io/jwt/claims").1, "Hasura");
    let parameter = &header(r#"{"mine":1}"#)[0];
    assert_eq!(parameter.source, "RFC 7515 §4.3");
    assert!(parameter.meaning.starts_with("a private parameter"));
    assert_eq!(header(r#"{"https://a.b/c":1}"#)[0].source, "RFC 7515 §4.2");
}

#[test]
fn the_issuer_decides_what_a_name_means() {
    for (issuer, name, source) in [
        (
            "https://login.microsoftonline.com/t/v2.0",
            "oid",
            "Microsoft Entra ID",
        ),
        ("https://sts.windows.net/t/", "appid", "Microsoft Entra ID"),
        (
            "https://sts.windows.net/t/",
            "xms_new",
            "Microsoft Entra ID",
        ),
        ("https://accounts.google.com", "hd", "Google"),
        ("https://t.eu.auth0.com/", "org_id", "Auth0"),
        ("https://t.okta.com/oauth2/default", "cid", "Okta"),
        (
            "https://cognito-idp.eu-west-1.amazonaws.com/p",
            "cognito:groups",
            "Amazon Cognito",
        ),
        (
            "https://cognito-idp.eu-west-1.amazonaws.com/p",
            "custom:size",
            "Amazon Cognito",
        ),
        ("https://id.example/realms/r", "allowed-origins", "Keycloak"),
        ("https://securetoken.google.com/p", "user_id", "Firebase"),
        ("https://appleid.apple.com", "is_private_email", "Apple"),
        (
            "https://token.actions.githubusercontent.com",
            "ref",
            "GitHub Actions",
        ),
        ("https://gitlab.com", "ref", "GitLab"),
        (
            "https://kubernetes.default.svc",
            "kubernetes.io",
            "Kubernetes",
        ),
        (
            "kubernetes/serviceaccount",
            "kubernetes.io/serviceaccount/namespace",
            "Kubernetes",
        ),
        ("https://p.supabase.co/auth/v1", "aal", "Supabase"),
        (
            "https://u.tokens.sts.global.api.aws",
            "https://sts.amazonaws.com/",
            "AWS",
        ),
        ("https://elsewhere.example", "ref", "OpenID Federation 1.0"),
        ("https://elsewhere.example", "oid", "RFC 7519 §4.3"),
        ("https://t.okta.com", "email", "OpenID Connect Core §5.1"),
    ] {
        let json = format!(r#"{{"iss":"{issuer}","{name}":null}}"#);
        assert_eq!(last(&json).1, source, "{issuer} {name}");
    }
}

/// Many run such software under addresses of their own.
#[test]
fn a_claim_that_only_one_vendor_has_tells_the_vendor() {
    for (json, source) in [
        (r#"{"realm_access":{},"typ":"Bearer"}"#, "Keycloak"),
        (r#"{"namespace_path":"g","ref":"main"}"#, "GitLab"),
        (
            r#"{"repository_owner_id":"1","ref":"refs/heads/main"}"#,
            "GitHub Actions",
        ),
        (r#"{"app_metadata":{},"role":"anon"}"#, "Supabase"),
        (r#"{"token_use":"id","username":"a"}"#, "Amazon Cognito"),
        (
            r#"{"sub":"spiffe://example.org/web","aud":"a"}"#,
            "SPIFFE JWT-SVID",
        ),
        (r#"{"iss":5,"firebase":{},"user_id":"a"}"#, "Firebase"),
        (
            r#"{"iss":"https://x.example","typ":"Bearer"}"#,
            "RFC 7519 §4.3",
        ),
    ] {
        assert_eq!(last(json).1, source, "{json}");
    }
}

#[test]
fn values_that_are_known_are_told() {
    for (json, told) in [
        (r#"{"tid":"t","uti":"u","azpacr":"1"}"#, "client secret"),
        (r#"{"realm_access":{},"typ":"Offline"}"#, "an offline token"),
        (
            r#"{"realm_access":{},"acr":"0"}"#,
            "by a session that was there already",
        ),
        (r#"{"aal":"aal2"}"#, "two factors"),
        (r#"{"acr":"phr"}"#, "phishing-resistant"),
        (r#"{"acr":"urn:okta:loa:1fa:pwd"}"#, "password"),
        (r#"{"attest":"C"}"#, "gateway"),
        (
            r#"{"notificationUUID":"","real_user_status":2}"#,
            "likely a person",
        ),
    ] {
        let (meaning, _) = last(json);
        let (_, value) = meaning.split_once(" · ").expect("a value");
        assert!(value.contains(told), "{json}: {meaning}");
    }
}

/// What is known by how its name starts is told once, and its values as what they are: nothing known.
#[test]
fn values_are_not_told_by_how_a_name_starts() {
    for (json, count, told) in [
        (
            r#"{"cognito:username":"a","custom:size":"7"}"#,
            2,
            "a custom attribute of the user pool",
        ),
        (
            r#"{"cognito:username":"a","cognito:groups":["g"]}"#,
            2,
            "groups of the user",
        ),
        (
            r#"{"uti":"u","xms_cc":["cp1"]}"#,
            2,
            "what the client can do, such as handle claims challenges",
        ),
    ] {
        assert_eq!(payload(json).len(), count, "{json}");
        assert_eq!(last(json).0, told, "{json}");
    }
}

/// Where the page says so beside the JSON, it says so here.
#[test]
fn addresses_are_never_fetched() {
    for name in [
        "picture",
        "profile",
        "website",
        "logo_uri",
        "status",
        "_claim_sources",
    ] {
        assert!(claim(name).0.ends_with("never fetched here"), "{name}");
    }
    for name in ["jku", "x5u"] {
        let told = &header(&format!(r#"{{"{name}":"https://a.b"}}"#))[0];
        assert!(told.meaning.ends_with("never fetched here"), "{name}");
    }
}
