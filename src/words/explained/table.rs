//! Tables of what names mean: texts with one row a line, sorted by name, so that they weigh no more than their words.
//!
//! A row is `name | meaning`, or `name | source | meaning`. A name is that of a member, `outer.member` of one inside
//! another, `member=value` of a value, or `start*` of all that start so.

/// What names mean where they come from one place.
pub struct Table {
    /// The source of rows that name none.
    pub source: &'static str,
    pub rows: &'static str,
}

/// What a name means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub meaning: &'static str,
    pub source: &'static str,
}

/// The IANA registry "JSON Web Token Claims", and what is in common use.
pub const REGISTERED: Table = Table {
    source: "",
    rows: include_str!("data/registry.txt"),
};

/// The IANA registry "JSON Web Signature and Encryption Header Parameters".
pub const HEADER: Table = Table {
    source: "",
    rows: include_str!("data/header.txt"),
};

/// What names mean otherwise in the header of a JWE.
pub const ENCRYPTED: Table = Table {
    source: "",
    rows: "jwk | RFC 7516 §4.1.5 | the public key that it is encrypted for\nkid | RFC 7516 §4.1.6 | key ID: which key to decrypt with\n",
};

impl Table {
    /// What a name means, itself or by its start.
    pub fn find(&self, name: &str) -> Option<Row> {
        let by_start = || {
            let start = name.find([':', '_', '.'])? + 1;
            self.exact(&(name[..start].to_owned() + "*"))
        };
        self.exact(name).or_else(by_start)
    }

    /// What a name means, itself.
    pub fn exact(&self, name: &str) -> Option<Row> {
        let mut rows = self.rows;
        while !rows.is_empty() {
            let before = &rows.as_bytes()[..rows.len() / 2];
            let start = before.iter().rposition(|byte| *byte == b'\n');
            let (earlier, rest) = rows.split_at(start.map_or(0, |at| at + 1));
            let (row, later) = rest.split_once('\n')?;
            let (known, said) = row.split_once(" | ")?;
            rows = match name.cmp(known) {
                std::cmp::Ordering::Less => earlier,
                std::cmp::Ordering::Greater => later,
                std::cmp::Ordering::Equal => {
                    let (source, meaning) = said.split_once(" | ").unwrap_or((self.source, said));
                    return Some(Row { meaning, source });
                }
            };
        }
        None
    }
}
