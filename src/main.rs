#[cfg(target_arch = "wasm32")]
fn main() {
    jwt_inspector::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("JWT Inspector runs in a browser: cargo xtask serve --open");
}
