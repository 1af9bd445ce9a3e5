//! The player of a simulation: its timer counts the moments.

use super::Learning;
use crate::learn::{Block, MOMENT};
use crate::ui::browser;
use leptos::prelude::*;

/// How long a moment of a simulation is shown at speed 1, in milliseconds.
const PACE: i32 = 1600;

impl Learning {
    pub(super) fn pause(self) {
        self.is_playing.put(false);
        self.run.update_value(|run| *run = run.wrapping_add(1));
    }

    /// One moment after the other, up to the last; from the first if the last is shown already.
    pub(super) fn play_or_pause(self) {
        let was_playing = self.is_playing.get_untracked();
        self.pause();
        if !was_playing && let Some((at, last)) = self.moment() {
            if at == last {
                self.act(MOMENT, "0");
            }
            self.is_playing.set(true);
            self.wait();
        }
    }

    /// Which moment is shown, and which is the last.
    fn moment(self) -> Option<(usize, usize)> {
        self.stage.with_untracked(|stage| {
            stage.blocks.iter().find_map(|block| match block {
                Block::Player { at, last } => Some((*at, *last)),
                _ => None,
            })
        })
    }

    fn wait(self) {
        let run = self.run.get_value();
        browser::after(PACE / self.speed.get_untracked() as i32, move || {
            if self.run.get_value() != run {
                return;
            }
            match self.moment() {
                Some((at, last)) if at < last => {
                    self.act(MOMENT, &(at + 1).to_string());
                    if at + 1 < last {
                        self.wait()
                    } else {
                        self.pause()
                    }
                }
                _ => self.pause(),
            }
        });
    }
}
