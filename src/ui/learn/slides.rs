//! Steps as slides.

use super::Learning;
use crate::ui::browser;

impl Learning {
    /// Slides for a projector, or no slides any more.
    pub fn present(self) {
        self.is_presenting
            .update(|presenting| *presenting = !*presenting);
        browser::place::mark_document("data-present", self.is_presenting.get_untracked());
    }

    /// Turns the slides, by the keys of a keyboard or a clicker. Says whether the key was for that.
    pub fn turn_by_key(self, key: &str) -> bool {
        let place = self.place.get_untracked();
        let to = match key {
            _ if !self.is_presenting.get_untracked() => return false,
            "ArrowRight" | "PageDown" | " " => place.next(),
            "ArrowLeft" | "PageUp" => place.previous(),
            "Escape" => {
                self.present();
                return true;
            }
            _ => return false,
        };
        if let Some(place) = to {
            browser::place::go(place);
            // At once: the browser tells of a new address only later, and the next key may be pressed before that.
            self.arrive(place, false);
        }
        to.is_some()
    }
}
