//! Attacks on a token that a browser keeps.

use super::cookie::Request;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attack {
    /// A script of the attacker runs in the page of the application.
    Script,
    /// A page of the attacker posts a form.
    Form,
    /// It leads to the application by a link.
    Link,
    /// It shows an "image" of the application.
    Image,
    /// A page of another host of the same site posts a form.
    Sibling,
    /// Somebody listens while you open the application without TLS.
    Wire,
}

impl Attack {
    pub const ALL: [Self; 6] = [
        Self::Script,
        Self::Form,
        Self::Link,
        Self::Image,
        Self::Sibling,
        Self::Wire,
    ];

    pub fn read(name: &str) -> Self {
        match name {
            "link" => Self::Link,
            "image" => Self::Image,
            "sibling" => Self::Sibling,
            _ => Self::Form,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Script => "Script in your page (XSS)",
            Self::Form => "Form elsewhere, POST",
            Self::Link => "Link elsewhere, GET",
            Self::Image => "Image elsewhere, GET",
            Self::Sibling => "Form at a sibling host, POST",
            Self::Wire => "Listening, without TLS",
        }
    }

    /// The page that is open.
    pub fn page(self) -> &'static str {
        match self {
            Self::Script => "app.site.example",
            Self::Form | Self::Link | Self::Image => "evil.example",
            Self::Sibling => "blog.site.example",
            Self::Wire => "address bar",
        }
    }

    /// What happens there.
    pub fn deed(self) -> &'static str {
        match self {
            Self::Script => "Your app sends a request",
            Self::Form | Self::Sibling => "The page posts a form to your app",
            Self::Link => "Its link leads you to your app",
            Self::Image => "The page loads an image from your app",
            Self::Wire => "It asks for http://app.site.example",
        }
    }

    /// What the rules for cookies ask of its request.
    pub fn request(self) -> Request {
        Request {
            is_same_site: matches!(self, Self::Script | Self::Sibling | Self::Wire),
            is_safe: matches!(self, Self::Link | Self::Image | Self::Wire),
            is_top_level: !matches!(self, Self::Script | Self::Image),
            is_secure: self != Self::Wire,
        }
    }
}
