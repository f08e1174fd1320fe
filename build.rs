//! Turns the locale files into code: a key that is missing, or a value that a sentence does not get, is an error of the compiler.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    // What refers to what stays in the module, for the tool that cuts it.
    #[cfg(feature = "split")]
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    #[cfg(feature = "web")]
    if let Err(error) = locales::write() {
        println!("cargo::error={error}");
    }
}

#[cfg(feature = "web")]
mod locales {
    use std::{env, error::Error, fs, path::Path};

    use leptos_i18n_parser::parse_locales::{
        options::{Config, ParseOptions},
        parse_locales,
    };

    /// The languages; the first is the one to fall back to.
    const LANGUAGES: [&str; 3] = ["en", "zh-Hant", "zh-Hans"];

    pub fn write() -> Result<(), Box<dyn Error>> {
        let mut config = Config::new(LANGUAGES[0])?.parse_options(ParseOptions::new().interpolate_display(true));
        for language in &LANGUAGES[1..] {
            config = config.add_locale(language)?;
        }
        let mut namespaces = Vec::new();
        for file in fs::read_dir(Path::new("locales").join(LANGUAGES[0]))? {
            namespaces.push(file?.path().file_stem().unwrap_or_default().to_string_lossy().into_owned());
        }
        namespaces.sort();
        config = config.add_namespaces(namespaces)?;
        let parsed = parse_locales(None, config)?;
        let problems: Vec<String> = parsed.diag.warnings().iter().map(ToString::to_string).collect();
        if !problems.is_empty() {
            return Err(problems.join("; ").into());
        }
        let code = leptos_i18n_codegen::gen_code(&parsed, None, false, None, false)?;
        fs::write(Path::new(&env::var("OUT_DIR")?).join("i18n.rs"), code.to_string())?;
        Ok(())
    }
}
