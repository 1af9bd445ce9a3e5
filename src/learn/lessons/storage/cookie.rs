//! Which cookies a browser stores and sends, by RFC 6265bis.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cookie {
    pub http_only: bool,
    pub secure: bool,
    pub same_site: SameSite,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameSite {
    None,
    Lax,
    Strict,
}

/// What the rules ask of a request.
pub struct Request {
    pub is_same_site: bool,
    pub is_safe: bool,
    pub is_top_level: bool,
    pub is_secure: bool,
}

impl Cookie {
    /// Whether a browser stores it (RFC 6265bis section 5.7).
    pub fn is_stored(self) -> bool {
        self.secure || self.same_site != SameSite::None
    }

    /// Why it stays at home, if it does (RFC 6265bis section 5.8.3).
    pub fn stays(self, request: &Request) -> Option<&'static str> {
        if self.secure && !request.is_secure {
            return Some("the cookie is Secure, and there is no TLS");
        }
        if request.is_same_site || self.same_site == SameSite::None {
            return None;
        }
        match self.same_site {
            SameSite::Lax if request.is_safe && request.is_top_level => None,
            SameSite::Lax if request.is_safe => Some("it is cross-site, and opens no page"),
            SameSite::Lax => Some("it is cross-site, and POST is no safe method"),
            _ => Some("it is cross-site"),
        }
    }
}
