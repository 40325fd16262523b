//! The tools of the build, provided in the versions that this project pins.
//!
//! A tool on the PATH is taken when it says the right version of itself; otherwise it is built once
//! into `target/tools/`. Trunk itself is never left to download anything.

use crate::step::{Failure, output_of, run, step};
use crate::workspace::{root, tools};
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// 0.22 needs a newer Rust than the one in `rust-toolchain.toml`.
const TRUNK: &str = "0.21.14";

/// What drives Firefox. Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";

/// The PATH on which the build and the journeys find the right tools.
pub(crate) struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Provides everything, which takes minutes in a new clone and nothing afterwards.
    pub(crate) fn provide() -> Result<Toolbox, Failure> {
        add_wasm_target()?;
        install_packages()?;
        let mut places = vec![root().join("node_modules/.bin")];
        places.extend(provide_tool(&trunk())?);
        places.extend(provide_tool(&wasm_bindgen()?)?);
        Toolbox::with(places)
    }

    /// Provides what the journeys need beyond the browsers themselves.
    pub(crate) fn of_drivers() -> Result<Toolbox, Failure> {
        Toolbox::with(provide_tool(&geckodriver())?.into_iter().collect())
    }

    /// With this folder before all others.
    pub(crate) fn before(&self, folder: PathBuf) -> Result<Toolbox, Failure> {
        let rest = env::split_paths(&self.path);
        Ok(Toolbox {
            path: joined(std::iter::once(folder).chain(rest))?,
        })
    }

    /// Where programs are looked for, as the variable PATH has it.
    pub(crate) fn path(&self) -> &OsStr {
        &self.path
    }

    /// The PATH with these folders first.
    fn with(mut places: Vec<PathBuf>) -> Result<Toolbox, Failure> {
        places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        Ok(Toolbox {
            path: joined(places)?,
        })
    }

    /// A program of the toolbox, run in the root of the clone.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(root()).env("PATH", &self.path);
        command
    }
}

fn joined(places: impl IntoIterator<Item = PathBuf>) -> Result<OsString, Failure> {
    env::join_paths(places)
        .map_err(|_| Failure::wrong("a folder's name holds a colon", "rename the folder"))
}

/// Adds the target when the toolchain has none; rustup does not do it by itself everywhere.
pub(crate) fn add_wasm_target() -> Result<(), Failure> {
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--print", "target-libdir", "--target", WASM])
        .current_dir(root());
    if Path::new(output_of(&mut rustc)?.trim()).is_dir() {
        return Ok(());
    }
    step(&format!("add the Rust target {WASM}"), || {
        run(Command::new("rustup")
            .args(["target", "add", WASM])
            .current_dir(root()))
    })
}

/// Adds the source of the standard library when the toolchain has none.
pub(crate) fn add_library_source() -> Result<(), Failure> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "sysroot"]).current_dir(root());
    let sysroot = output_of(&mut rustc)?;
    let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library");
    if source.is_dir() {
        return Ok(());
    }
    step("add the source of Rust's standard library", || {
        run(Command::new("rustup")
            .args(["component", "add", "rust-src"])
            .current_dir(root()))
    })
}

/// `npm ci`, only when the lock file is not the one installed last.
pub(crate) fn install_packages() -> Result<(), Failure> {
    let lock = root().join("package-lock.json");
    let wanted = fs::read(&lock).map_err(Failure::file(&lock))?;
    // `npm ci` empties the folder first, so that a broken installation leaves no stamp behind.
    let stamp = root().join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("install the npm packages", || {
        run(Command::new("npm")
            .args(["ci", "--no-progress"])
            .current_dir(root()))?;
        fs::write(&stamp, &wanted).map_err(Failure::file(&stamp))
    })
}

/// A program that cargo can install.
struct Tool {
    /// What it is called on the PATH.
    program: &'static str,
    /// The crate that it comes from.
    package: &'static str,
    version: String,
    /// For `cargo install`, with the reason where it is made.
    flags: &'static [&'static str],
    /// About how long it takes to build on two cores.
    minutes: u8,
}

fn trunk() -> Tool {
    Tool {
        program: "trunk",
        package: "trunk",
        version: TRUNK.to_owned(),
        // Its default features only fetch updates and tools, which we never let it do.
        flags: &["--locked", "--no-default-features"],
        minutes: 3,
    }
}

fn wasm_bindgen() -> Result<Tool, Failure> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
        Failure::wrong(
            "Cargo.lock names no wasm-bindgen",
            "run `cargo update --workspace`",
        )
    })?;
    Ok(Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: version.to_owned(),
        // Not `--locked`: its lock file names a crate that was withdrawn.
        flags: &["--bin", "wasm-bindgen"],
        minutes: 2,
    })
}

fn geckodriver() -> Tool {
    Tool {
        program: "geckodriver",
        package: "geckodriver",
        version: GECKODRIVER.to_owned(),
        flags: &["--locked"],
        minutes: 3,
    }
}

/// The folder in which the tool was built, or `None` when the PATH has it.
fn provide_tool(tool: &Tool) -> Result<Option<PathBuf>, Failure> {
    if tool.answers(Path::new(tool.program)) {
        return Ok(None);
    }
    let home = tools().join(format!("{}-{}", tool.program, tool.version));
    let folder = home.join("bin");
    if !tool.answers(&folder.join(tool.program)) {
        tool.build_into(&home)?;
    }
    Ok(Some(folder))
}

impl Tool {
    /// Whether `program` runs and is this tool in this version.
    fn answers(&self, program: &Path) -> bool {
        let said = Command::new(program).arg("--version").output();
        said.is_ok_and(|output| self.is_named_by(&String::from_utf8_lossy(&output.stdout)))
    }

    /// Whether this is how the tool presents itself; some say more after their version.
    fn is_named_by(&self, said: &str) -> bool {
        let mut words = said.split_ascii_whitespace();
        words.next() == Some(self.program) && words.next() == Some(&self.version)
    }

    /// The tools work for seconds and are built once, so that building them fast matters more than
    /// how fast they are: their own release profiles take several times as long.
    fn build_into(&self, home: &Path) -> Result<(), Failure> {
        let Tool {
            program,
            version,
            minutes,
            ..
        } = self;
        step(
            &format!("build {program} {version}, once; about {minutes} minutes"),
            || {
                let mut cargo = Command::new("cargo");
                cargo
                    .args(["install", "--quiet", self.package, "--version", version])
                    .args(self.flags)
                    .arg("--root")
                    .arg(home)
                    .arg("--target-dir")
                    .arg(tools().join("build"))
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64")
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .current_dir(root());
                run(&mut cargo)
            },
        )
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_version_is_that_of_the_package_itself() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(locked_version(LOCK, "bindgen"), None);
    }

    #[test]
    fn a_tool_in_another_version_is_not_taken() {
        let tool = Tool {
            program: "rustc",
            version: "0.1".into(),
            ..geckodriver()
        };
        assert!(!tool.answers(Path::new("rustc")));
    }

    #[test]
    fn a_tool_may_say_more_than_its_version() {
        let check = |said: &str, named: bool| {
            assert_eq!(geckodriver().is_named_by(said), named, "{said}");
        };
        check("geckodriver 0.37.1 (a1b2c3)\n\nThe source is at", true);
        check("geckodriver 0.37.1\n", true);
        check("geckodriver 0.37.10", false);
        check("geckodriver", false);
    }
}
