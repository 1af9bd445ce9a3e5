//! The menu of examples.

use super::inspector;
use super::menu::Menu;
use crate::examples::Example;
use crate::words::examples::label;
use crate::words::labels;
use leptos::prelude::*;

#[component]
pub fn ExamplesMenu() -> impl IntoView {
    let inspector = inspector();
    let items = Example::MENU
        .iter()
        .map(|example| label(*example).to_owned())
        .collect();
    view! {
        <Menu
            label=labels::EXAMPLES
            id="examples"
            items=items
            on_choose=move |index| {
                if let Some(example) = Example::MENU.get(index) {
                    inspector.show_example(*example);
                }
            }
        />
    }
}
