//! Tables and code on a stage, row by row and line by line.

use super::Stage;
use crate::learn::block::{Block, Line, Row, Tone};
use crate::words::grouped;

impl Stage {
    /// A table without rows yet.
    pub fn table(&mut self, label: &'static str, head: &[&'static str]) {
        self.blocks.push(Block::Table {
            label,
            head: head.to_vec(),
            rows: Vec::new(),
        });
    }

    /// A row of the table that came last; the first cell names it.
    pub fn row(&mut self, tone: Tone, cells: &[&str]) {
        if let Some(Block::Table { rows, .. }) = self.blocks.last_mut() {
            let cells = cells.iter().map(|cell| (*cell).to_owned()).collect();
            rows.push(Row { cells, tone });
        }
    }

    /// Likewise, of numbers.
    pub fn numbers(&mut self, tone: Tone, name: &str, numbers: &[usize]) {
        self.row(tone, &[name]);
        if let Some(Block::Table { rows, .. }) = self.blocks.last_mut()
            && let Some(row) = rows.last_mut()
        {
            for number in numbers {
                row.cells.push(grouped(*number as u64));
            }
        }
    }

    /// Code without lines yet, and how it ended.
    pub fn code(&mut self, label: &'static str, tone: Tone, outcome: &str) {
        self.blocks.push(Block::Code {
            label,
            lines: Vec::new(),
            tone,
            outcome: outcome.to_owned(),
        });
    }

    /// A line of the code that came last, and what it came to.
    pub fn line(&mut self, tone: Tone, text: &str, note: &str) {
        if let Some(Block::Code { lines, .. }) = self.blocks.last_mut() {
            lines.push(Line {
                text: text.to_owned(),
                tone,
                note: note.to_owned(),
            });
        }
    }

    /// How the code that came last ended, where that is known only behind its lines.
    pub fn ended(&mut self, ended: Tone, how: &str) {
        if let Some(Block::Code { tone, outcome, .. }) = self.blocks.last_mut() {
            *tone = ended;
            how.clone_into(outcome);
        }
    }
}
