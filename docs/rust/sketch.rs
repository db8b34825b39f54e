// Step 01 once more, in Rust: a map behind a prompt. It is written for this workbook, to be read
// beside the Java, and behaves like the original without being taken from it. To compile and run it:
//     rustc -O sketch.rs && ./sketch

use std::io::{self, Write};

mod store {
    use std::collections::HashMap;

    #[derive(Default)]
    pub struct Store {
        entries: HashMap<String, String>, // private: only this module can reach it
    }

    impl Store {
        // Takes both strings over: from here on the store owns them.
        pub fn set(&mut self, key: String, value: String) -> Option<String> {
            self.entries.insert(key, value)
        }

        // Lends the value out: it still belongs to the store, which cannot change meanwhile.
        pub fn get(&self, key: &str) -> Option<&str> {
            self.entries.get(key).map(String::as_str)
        }

        // Gives the value away: the store no longer has it.
        pub fn delete(&mut self, key: &str) -> Option<String> {
            self.entries.remove(key)
        }

        pub fn count(&self) -> usize {
            self.entries.len()
        }
    }
}

fn main() -> io::Result<()> {
    println!("🦀 Mini KV Store - Learning Project");
    println!("Commands: set <key> <value> | get <key> | delete <key> | count | quit");
    println!();

    let mut store = store::Store::default();
    while let Some(line) = prompt()? {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !execute(&mut store, &words) {
            return Ok(());
        }
    }
    println!(); // the input is over, and the last prompt still stands on its line
    Ok(())
}

// None is the end of the input; Err is input that could not be read or is not UTF-8.
fn prompt() -> io::Result<Option<String>> {
    print!("> ");
    io::stdout().flush()?;
    let mut line = String::new();
    let bytes = io::stdin().read_line(&mut line)?;
    Ok(if bytes == 0 { None } else { Some(line) })
}

// Does what one line says, and returns whether the loop should go on.
fn execute(store: &mut store::Store, words: &[&str]) -> bool {
    match words {
        [] => {}
        ["set", key, value @ ..] if !value.is_empty() => {
            let value = value.join(" ");
            println!("✓ Set '{key}' = '{value}'");
            store.set(key.to_string(), value);
        }
        ["set", ..] => println!("Usage: set <key> <value>"),
        ["get", key, ..] => match store.get(key) {
            Some(value) => println!("{value}"),
            None => println!("Key '{key}' not found"),
        },
        ["get"] => println!("Usage: get <key>"),
        ["delete", key, ..] => match store.delete(key) {
            Some(value) => println!("✓ Deleted '{key}' (was: '{value}')"),
            None => println!("Key '{key}' not found"),
        },
        ["delete"] => println!("Usage: delete <key>"),
        ["count", ..] => println!("Store contains {} items", store.count()),
        ["quit" | "exit", ..] => {
            println!("Goodbye! 🦀");
            return false;
        }
        [unknown, ..] => {
            println!("Unknown command: {unknown}");
            println!("Available: set, get, delete, count, quit");
        }
    }
    true
}
