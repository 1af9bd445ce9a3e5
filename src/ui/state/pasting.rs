//! What is pasted or dropped as a whole: a token, a key, or a text that has tokens in it.

use super::{Inspector, Shared};
use crate::jose::SecretEncoding;
use crate::jose::extract::{Extracted, Paste, kind_of_paste};
use crate::jose::key::KeyInput;
use crate::ui::browser;
use crate::ui::browser::paste::{Given, Onto};
use crate::ui::chooser;
use crate::words;
use zeroize::Zeroizing;

/// What became of the last paste, where that is not plain to see.
#[derive(Clone, PartialEq)]
pub struct Taken {
    pub said: String,
    pub next: Next,
    pasted: String,
    /// The token that was in the box then: it is said of that alone.
    of: String,
}

/// What can be done then with the text that was pasted.
#[derive(Clone, Copy, PartialEq)]
pub enum Next {
    /// All of it into the token box, after the token that was in it.
    PutBack,
    /// All of it into the token box, though no token is in it.
    PutIn,
    /// One of its tokens, of which none was taken.
    Choose,
}

impl Next {
    pub fn button(self) -> &'static str {
        match self {
            Self::PutBack => words::extract::PUT_BACK,
            Self::PutIn => words::extract::PUT_IN,
            Self::Choose => words::extract::CHOOSE_ONE,
        }
    }
}

/// Tokens that were found in a text, of which one is to be chosen.
pub struct Offer {
    pub extracted: Extracted,
    pasted: String,
}

impl Inspector {
    /// A text is pasted into the token box. Says whether it was taken; else the browser puts it in.
    pub fn paste_token(self, text: String) -> bool {
        match kind_of_paste(&text) {
            Paste::Token => self.take_token(text),
            Paste::Tokens(extracted) => self.take_found(text, extracted),
            Paste::Key => self.take_pasted_key(text),
            Paste::Nothing => return false,
        }
        true
    }

    /// A text was pasted or dropped outside of every box. A file of bytes is a certificate or a key in DER, or a
    /// secret if it was dropped on the key. Says whether anything was done.
    pub fn take_given(self, given: Given) -> bool {
        if given.is_encoded {
            return self.take_file_of_bytes(given);
        }
        match given.onto {
            Onto::Key => self.take_pasted_key(given.text),
            Onto::Other => self.type_other(given.text),
            Onto::Page => self.take_pasted(given.text),
        }
        true
    }

    fn take_pasted(self, text: String) {
        match kind_of_paste(&text) {
            Paste::Token => self.take_token(text),
            Paste::Tokens(extracted) => self.take_found(text, extracted),
            Paste::Key => self.take_pasted_key(text),
            Paste::Nothing => self.say_taken(words::extract::NOTHING.to_owned(), Next::PutIn, text),
        }
    }

    fn take_file_of_bytes(self, given: Given) -> bool {
        let encoding = SecretEncoding::Base64;
        let is_key = matches!(KeyInput::read(&given.text, encoding), KeyInput::Keys(_));
        let is_taken = given.onto == Onto::Key || is_key;
        if is_taken {
            self.take_key(Zeroizing::new(given.text), encoding);
        }
        is_taken
    }

    /// One of the tokens that were offered.
    pub fn take_offered(self, index: usize) {
        if let Some(offer) = self.offer.get_untracked() {
            self.offer.set(None);
            self.take_one(offer.pasted.clone(), &offer.extracted, index);
        }
    }

    /// What became of the last paste, as long as the token is the one it left.
    pub fn taken(self) -> Option<Taken> {
        let taken = self.taken.get()?;
        self.token.with(|token| *token == taken.of).then_some(taken)
    }

    /// No token was chosen: that is said, with the way back to the choice.
    pub fn decline_offer(self) {
        if let Some(offer) = self.offer.get_untracked() {
            let said = words::extract::none_taken(&offer.extracted);
            self.say_taken(said, Next::Choose, offer.pasted.clone());
        }
    }

    /// What can be done after all with the text that was pasted.
    pub fn go_on_with_pasted(self) {
        let Some(taken) = self.taken.get_untracked() else {
            return;
        };
        if taken.next == Next::Choose {
            return chooser::open(self);
        }
        self.take_token(taken.pasted);
        browser::focus("token");
    }

    fn take_found(self, pasted: String, extracted: Extracted) {
        if extracted.tokens.len() == 1 {
            return self.take_one(pasted, &extracted, 0);
        }
        self.offer
            .set(Some(Shared::new(Offer { extracted, pasted })));
        chooser::open(self);
    }

    fn take_one(self, pasted: String, extracted: &Extracted, index: usize) {
        let Some(found) = extracted.tokens.get(index) else {
            return;
        };
        self.take_token(found.text.clone());
        let said = words::extract::taken(found, &pasted);
        self.say_taken(said, Next::PutBack, pasted);
    }

    fn take_pasted_key(self, text: String) {
        self.take_key(Zeroizing::new(text), self.encoding.get_untracked());
        self.taken.set(None);
        browser::focus("key");
    }

    fn say_taken(self, said: String, next: Next, pasted: String) {
        let of = self.token.get_untracked();
        self.taken.set(Some(Taken {
            said,
            next,
            pasted,
            of,
        }));
    }
}
