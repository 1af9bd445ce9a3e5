//! Templates of code. A line that starts with `?name ` stands only where that value is there, `?!name ` where it is
//! not, and `?one&other ` asks for both. `«name»` is the value, and `«name?text»` is the text where it is there.

/// Values by their names; those that only tell that something is so are empty.
#[derive(Default)]
pub struct Values(Vec<(&'static str, String)>);

impl Values {
    /// Adds a value.
    pub fn set(&mut self, name: &'static str, value: String) {
        self.0.push((name, value));
    }

    /// Adds a value that only tells that something is so.
    pub fn tell(&mut self, name: &'static str) {
        self.set(name, String::new());
    }

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    fn hold(&self, conditions: &str) -> bool {
        conditions
            .split('&')
            .all(|one| match one.strip_prefix('!') {
                Some(name) => self.get(name).is_none(),
                None => self.get(one).is_some(),
            })
    }
}

/// The template with its values. They are put in as they are, and never read as a part of it.
pub fn filled(template: &str, values: &Values) -> String {
    let mut out = String::new();
    for line in template.lines() {
        let conditional = line.strip_prefix('?').and_then(|rest| rest.split_once(' '));
        match conditional {
            Some((conditions, _)) if !values.hold(conditions) => continue,
            Some((_, line)) => fill(line, values, &mut out),
            None => fill(line, values, &mut out),
        }
        out.push('\n');
    }
    out
}

fn fill(line: &str, values: &Values, out: &mut String) {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('«') {
        *out += before;
        let (gap, after) = after.split_once('»').unwrap_or((after, ""));
        match gap.split_once('?') {
            Some((conditions, text)) if values.hold(conditions) => *out += text,
            Some(_) => {}
            None => *out += values.get(gap).unwrap_or_default(),
        }
        rest = after;
    }
    *out += rest;
}
