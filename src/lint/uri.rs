//! Addresses, as far as rules speak of them (RFC 3986).

/// Whether a text has the form of an absolute URI: a scheme, a colon, and characters of a URI.
pub fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let of_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let of_rest = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(of_scheme)
        && rest.bytes().all(of_rest)
}

/// Whether an address is https and, by the looks of its host, reachable from anywhere.
pub fn is_public_https(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("https")
        && !host.is_empty()
        && !is_private(&host.to_ascii_lowercase())
}

/// Loopback, link-local and private ranges (RFC 1918, RFC 4193, RFC 6890), and names of no public network.
fn is_private(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        let starts = |start| address.starts_with(start);
        let local = ["fc", "fd", "fe8", "fe9", "fea", "feb", "::ffff:"];
        return starts("::1]") || starts("::]") || local.into_iter().any(starts);
    }
    let name = host
        .split(':')
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    let octets: Option<Vec<u8>> = name.split('.').map(octet).collect();
    match octets.as_deref() {
        Some(
            [0 | 10 | 127, _, _, _] | [169, 254, _, _] | [192, 168, _, _] | [172, 16..=31, _, _],
        ) => true,
        Some([_, _, _, _]) => false,
        _ if is_number(name.rsplit('.').next().unwrap_or_default()) => true,
        _ => {
            let ends = |end| name.ends_with(end);
            name == "localhost" || [".localhost", ".local", ".internal"].into_iter().any(ends)
        }
    }
}

/// A number of an address, as everybody reads it: a zero before it would make it octal to some.
fn octet(text: &str) -> Option<u8> {
    let is_plain = text.len() == 1 || !text.starts_with(['0', '+']);
    text.parse().ok().filter(|_| is_plain)
}

/// What makes an address of a host for parsers of URLs, in forms of their own: 127.1 and 0x7f000001 lead to 127.0.0.1.
fn is_number(label: &str) -> bool {
    let digits = label.bytes().all(|byte| byte.is_ascii_digit());
    let hexadecimal = label.strip_prefix("0x");
    let hexadecimal = hexadecimal.is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_hexdigit()));
    (digits && !label.is_empty()) || hexadecimal
}
