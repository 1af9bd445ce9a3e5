//! A fresh key for any algorithm, and a token signed with it.

use crate::jose::alg::{Algorithm, SUPPORTED};
use crate::ui::inspector;
use crate::ui::menu::Menu;
use crate::words::labels;
use leptos::prelude::*;

#[component]
pub fn Generate() -> impl IntoView {
    let inspector = inspector();
    let items = algorithms().map(|(name, _)| name.to_owned()).collect();
    view! {
        <Menu
            label=labels::GENERATE
            id="generate"
            items=items
            on_choose=move |index| {
                if let Some((_, alg)) = algorithms().nth(index) {
                    inspector.make_key(alg);
                }
            }
        />
    }
}

/// Each algorithm by its present name alone.
fn algorithms() -> impl Iterator<Item = (&'static str, Algorithm)> {
    SUPPORTED
        .into_iter()
        .filter(|(name, alg)| *name == alg.name())
}
