//! Whose tokens look like this one: names that mean different things are explained as their issuer means them.

use super::MOST;
use super::table::Table;
use crate::jose::json::Document;

/// One who issues tokens, how they are told, and what the names in them mean.
pub struct Vendor {
    pub names: Table,
    /// What is part of their `iss`.
    issuers: &'static [&'static str],
    /// Claims that nobody else has.
    telling: &'static [&'static str],
}

impl Vendor {
    /// Who issued a payload: by its `iss`, else by a claim that tells, or a subject of SPIFFE's. What it says is not
    /// verified, and decides of nothing but words.
    pub fn of(payload: &Document) -> Option<&'static Self> {
        let root = payload.root();
        let text = |name| root.get(name).and_then(|value| value.as_str());
        if let Some(issuer) = text("iss") {
            let issued = |part: &&str| issuer.contains(part);
            if let Some(vendor) = VENDORS.iter().find(|v| v.issuers.iter().any(issued)) {
                return Some(vendor);
            }
        }
        if text("sub").is_some_and(|subject| subject.starts_with("spiffe://")) {
            return Some(&SPIFFE);
        }
        let mut names = root.members().take(MOST).map(|member| member.name());
        names.find_map(|name| VENDORS.iter().find(|v| v.telling.contains(&&*name)))
    }
}

const fn vendor(
    source: &'static str,
    rows: &'static str,
    issuers: &'static [&'static str],
    telling: &'static [&'static str],
) -> Vendor {
    Vendor {
        names: Table { source, rows },
        issuers,
        telling,
    }
}

static SPIFFE: Vendor = vendor("SPIFFE JWT-SVID", include_str!("data/spiffe.txt"), &[], &[]);

static VENDORS: [Vendor; 13] = [
    vendor(
        "Microsoft Entra ID",
        include_str!("data/entra.txt"),
        &[
            "//login.microsoftonline.",
            "//sts.windows.net/",
            "//login.partner.microsoftonline.",
            ".ciamlogin.com/",
            ".b2clogin.com/",
        ],
        &["aio", "uti"],
    ),
    vendor(
        "Firebase",
        include_str!("data/firebase.txt"),
        &[
            "//securetoken.google.com/",
            "//session.firebase.google.com/",
        ],
        &["firebase"],
    ),
    vendor(
        "Google",
        include_str!("data/google.txt"),
        &[
            "accounts.google.com",
            "//cloud.google.com/iap",
            ".gserviceaccount.com",
        ],
        &["hd"],
    ),
    vendor(
        "Auth0",
        include_str!("data/auth0.txt"),
        &[".auth0.com/"],
        &["gty"],
    ),
    vendor(
        "Okta",
        include_str!("data/okta.txt"),
        &[
            ".okta.com",
            ".oktapreview.com",
            ".okta-emea.com",
            ".okta-gov.com",
        ],
        &["cid"],
    ),
    vendor(
        "Amazon Cognito",
        include_str!("data/cognito.txt"),
        &["//cognito-idp."],
        &["cognito:username", "token_use"],
    ),
    vendor(
        "Keycloak",
        include_str!("data/keycloak.txt"),
        &["/realms/"],
        &["realm_access", "resource_access", "session_state"],
    ),
    vendor(
        "Apple",
        include_str!("data/apple.txt"),
        &["//appleid.apple.com"],
        &["real_user_status", "notificationUUID", "transactionId"],
    ),
    vendor(
        "GitHub Actions",
        include_str!("data/github.txt"),
        &["//token.actions.githubusercontent.com"],
        &["repository_owner_id"],
    ),
    vendor(
        "GitLab",
        include_str!("data/gitlab.txt"),
        &["//gitlab.com"],
        &["namespace_path", "ci_config_ref_uri"],
    ),
    vendor(
        "Kubernetes",
        include_str!("data/kubernetes.txt"),
        &[
            "//kubernetes.default.svc",
            "kubernetes/serviceaccount",
            "//oidc.eks.",
        ],
        &["kubernetes.io"],
    ),
    vendor(
        "Supabase",
        include_str!("data/supabase.txt"),
        &[".supabase.co/", "supabase"],
        &["aal", "app_metadata"],
    ),
    vendor(
        "AWS",
        include_str!("data/aws.txt"),
        &[".sts.global.api.aws", "//sts.amazonaws.com"],
        &["https://sts.amazonaws.com/", "https://aws.amazon.com/tags"],
    ),
];
