//! A static file server on the loopback interface, as plain as the hosts the page is made for.

use anyhow::{Context, Result};
use std::fs;
use std::io::Cursor;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response};

/// Enough that a browser's parallel requests do not wait for each other.
const THREADS: usize = 4;

type Answer = Response<Cursor<Vec<u8>>>;

/// Serves `folder` under the path `prefix` ("/", "/app/") until the program ends, on the first of `ports` that is
/// free. Returns the address.
pub fn start(
    folder: PathBuf,
    prefix: &'static str,
    ports: impl IntoIterator<Item = u16>,
) -> Result<String> {
    let listener = ports
        .into_iter()
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .context("no free port: choose another with --port")?;
    let address = listener.local_addr()?;
    let server = tiny_http::Server::from_listener(listener, None)
        .map_err(|error| anyhow::anyhow!("the server does not start: {error}"))?;
    let server = Arc::new(server);
    for _ in 0..THREADS {
        let (server, folder) = (server.clone(), folder.clone());
        thread::spawn(move || {
            for request in server.incoming_requests() {
                let answer = answer(&request, &folder, prefix);
                // A browser that went away in the middle is no concern of the server's.
                let _ = request.respond(answer);
            }
        });
    }
    Ok(format!("http://{address}{prefix}"))
}

fn answer(request: &Request, folder: &Path, prefix: &str) -> Answer {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(405, "method not allowed");
    }
    let Some(file) = file_of(request.url(), prefix) else {
        return plain(404, "not found");
    };
    match fs::read(folder.join(&file)) {
        Ok(bytes) => Response::from_data(bytes)
            .with_chunked_threshold(usize::MAX)
            .with_header(header("Content-Type", content_type(&file)))
            .with_header(header("Cache-Control", "no-cache"))
            .with_header(header("X-Content-Type-Options", "nosniff")),
        Err(_) => plain(404, "not found"),
    }
}

/// The file an address stands for, relative to the folder; never one outside of it.
fn file_of(url: &str, prefix: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(prefix)?;
    let file = match path {
        "" => PathBuf::from("index.html"),
        _ if path.ends_with('/') => Path::new(path).join("index.html"),
        _ => PathBuf::from(path),
    };
    file.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(file)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn plain(status: u16, text: &str) -> Answer {
    Response::from_string(text).with_status_code(status)
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).expect("both are constants in ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_addresses_to_files() {
        let file = |url, prefix| file_of(url, prefix).map(|path| path.display().to_string());
        assert_eq!(file("/", "/").as_deref(), Some("index.html"));
        assert_eq!(file("/app/?a=b", "/app/").as_deref(), Some("index.html"));
        assert_eq!(file("/app/a/b.js", "/app/").as_deref(), Some("a/b.js"));
        assert_eq!(file("/b.js", "/app/"), None);
    }

    #[test]
    fn stays_in_its_folder() {
        assert_eq!(file_of("/../Cargo.toml", "/"), None);
        assert_eq!(file_of("/a/../../Cargo.toml", "/"), None);
        assert_eq!(file_of("//etc/passwd", "/"), None);
    }
}
