//! Mounts the app.

fn main() {
    console_error_panic_hook::set_once();
    app::language::begin();
    leptos::mount::mount_to_body(app::app::App);
}
