//! The browser engines, and how a session with each begins and ends.
//!
//! Journeys do not meet: each has a window of its own and, by its port, an origin of its own. Chromium
//! and WebKit, which start at once, get a new profile too; Firefox takes seconds, so `pool.rs` lends it
//! to one journey after the other.

use crate::wait::until;
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

/// What renders the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Engine {
    /// Chrome, Edge and most phones.
    Chromium,
    /// Firefox on everything but iPhones.
    Firefox,
    /// The engine of Safari, in the build for GTK; it is not Safari on a phone.
    WebKit,
}

/// How large the page is, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Screen {
    /// 390 x 844, with touch where the engine can.
    Phone,
    /// 1280 x 800.
    Desktop,
}

/// A browser under our control, closed when it is dropped.
pub(crate) struct Browser {
    pub(crate) runtime: Runtime,
    pub(crate) engine: Engine,
    pub(crate) screen: Screen,
    /// Gone once the session has ended.
    session: Option<WebDriver>,
    /// The driver, and the display it draws on.
    processes: Vec<Child>,
}

impl Browser {
    /// Starts a browser with an empty profile.
    pub(crate) fn start(engine: Engine, screen: Screen) -> Browser {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let port = free_port();
        let mut processes = Vec::new();
        let mut driver = match engine {
            Engine::Chromium => Command::new("chromedriver"),
            Engine::Firefox => {
                let mut driver = Command::new("geckodriver");
                // Otherwise it is the same for all of them.
                driver.arg(format!("--websocket-port={}", free_port()));
                driver
            }
            Engine::WebKit => {
                let (display, server) = start_display();
                processes.push(server);
                let mut driver = Command::new("WebKitWebDriver");
                driver.env("DISPLAY", format!(":{display}"));
                // Fast memory reserves gigabytes of addresses for each Wasm memory; where a process may
                // not have as many, a page crashes when it is loaded again.
                driver.env("JSC_useWasmFastMemory", "0");
                driver
            }
        };
        driver.arg(format!("--port={port}"));
        processes.push(quiet(&mut driver).spawn().expect("the driver starts"));
        until("the driver to answer", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        });
        let mut browser = Browser {
            runtime,
            engine,
            screen,
            session: None,
            processes,
        };
        let capabilities = capabilities(engine, screen);
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities);
        browser.session = Some(browser.runtime.block_on(session).expect("a session begins"));
        browser
    }

    /// Opens the window of a journey. Where a browser is not lent it is the one it began with.
    pub(crate) fn open_window(&self) {
        let (width, height) = self.screen.size();
        match self.engine {
            Engine::Chromium => {}
            Engine::Firefox => {
                self.does(self.open_popup()).expect("a window opens");
                self.fit(width, height);
            }
            Engine::WebKit => {
                let sized = self.driver().set_window_rect(0, 0, width, height);
                self.does(sized).expect("the window has its size");
            }
        }
    }

    /// Closes the window of a journey, and goes back to the one that the browser began with.
    pub(crate) fn close_window(&self) -> WebDriverResult<()> {
        self.runtime.block_on(async {
            self.driver().close_window().await?;
            let first = self.driver().windows().await?.remove(0);
            self.driver().switch_to_window(first).await
        })
    }

    /// Only a popup of Firefox is ever narrower than 500 pixels.
    async fn open_popup(&self) -> WebDriverResult<()> {
        let driver = self.driver();
        let before = driver.windows().await?;
        let script = "window.open('about:blank', '_blank', 'popup,width=390,height=844')";
        driver.execute(script, Vec::new()).await?;
        let now = driver.windows().await?;
        let popup = now.into_iter().find(|window| !before.contains(window));
        driver.switch_to_window(popup.expect("a popup opens")).await
    }

    /// Sizes the window so that the page in it is as large as this.
    pub(crate) fn fit(&self, width: u32, height: u32) {
        let script =
            "return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]";
        until("the window to fit", || {
            let measured = self.does(self.driver().execute(script, Vec::new()));
            let measured: [u32; 4] = measured.and_then(|measured| measured.convert())?;
            let [inner_width, inner_height, more_width, more_height] = measured;
            if (inner_width, inner_height) == (width, height) {
                return Ok(());
            }
            let (outer_width, outer_height) = (width + more_width, height + more_height);
            let sized = self
                .driver()
                .set_window_rect(0, 0, outer_width, outer_height);
            self.does(sized)?;
            Err(WebDriverError::FatalError(format!("{measured:?}")))
        });
    }

    /// Waits for the browser to do as it was told.
    pub(crate) fn does<T>(
        &self,
        command: impl Future<Output = WebDriverResult<T>>,
    ) -> WebDriverResult<T> {
        self.runtime.block_on(command)
    }

    /// The session.
    pub(crate) fn driver(&self) -> &WebDriver {
        self.session.as_ref().expect("the session goes on")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            // A driver that died with the journey cannot end its session; the journey tells why.
            let _ = self.runtime.block_on(session.quit());
        }
        for process in self.processes.iter_mut().rev() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

impl Screen {
    /// Width and height.
    pub(crate) fn size(self) -> (u32, u32) {
        match self {
            Screen::Phone => (390, 844),
            Screen::Desktop => (1280, 800),
        }
    }
}

fn capabilities(engine: Engine, screen: Screen) -> Capabilities {
    let wanted = match engine {
        Engine::Chromium => chromium(screen),
        Engine::Firefox => firefox(screen),
        Engine::WebKit => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {
                "binary": mini_browser(),
                "args": ["--automation", "--full-screen"],
            },
        }),
    };
    serde_json::from_value(wanted).unwrap()
}

fn chromium(screen: Screen) -> Value {
    let (width, height) = screen.size();
    let mut options = json!({
        "args": [
            "--headless=new",
            // Chromium refuses its sandbox to root, which is who runs tests in a container.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            // Without these it asks Google for updates at every start.
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-quic",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            format!("--window-size={width},{height}"),
        ],
    });
    if screen == Screen::Phone {
        options["mobileEmulation"] = json!({
            "deviceMetrics": {
                "width": width, "height": height, "pixelRatio": 2, "touch": true, "mobile": true,
            },
        });
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(screen: Screen) -> Value {
    // 1 is a finger; 2 + 4 is a mouse, which can be held over things.
    let pointer = match screen {
        Screen::Phone => 1,
        Screen::Desktop => 6,
    };
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program("firefox-esr"),
            "args": ["-headless"],
            "prefs": {
                "ui.primaryPointerCapabilities": pointer,
                "ui.allPointerCapabilities": pointer,
                // Over the page, as on phones, and not beside it.
                "ui.useOverlayScrollbars": 1,
                // It looks for a way to the internet otherwise.
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
            },
        },
    })
}

/// Where a program is; geckodriver and Lighthouse do not look for it.
pub(crate) fn program(name: &str) -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut places = env::split_paths(&path).map(|folder| folder.join(name));
    places
        .find(|place| place.is_file())
        .unwrap_or_else(|| panic!("{name} is not on the PATH"))
}

/// Where Debian keeps the browser that WebKitWebDriver drives depends on the processor.
fn mini_browser() -> PathBuf {
    let places = fs::read_dir("/usr/lib").unwrap();
    let mut found = places
        .filter_map(|place| Some(place.ok()?.path().join("webkit2gtk-4.1/MiniBrowser")))
        .filter(|path| path.is_file());
    found
        .next()
        .expect("MiniBrowser comes with the package webkit2gtk-driver")
}

/// Starts an X server without a screen on a display that is free, and gives its number.
fn start_display() -> (String, Child) {
    let mut server = Command::new("Xvfb");
    server.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1400x1000x24",
        "-nolisten",
        "tcp",
    ]);
    let mut server = quiet(&mut server)
        .stdout(Stdio::piped())
        .spawn()
        .expect("Xvfb starts");
    let mut display = String::new();
    let said = server.stdout.take().unwrap();
    BufReader::new(said)
        .read_line(&mut display)
        .expect("Xvfb tells its display");
    (display.trim().to_owned(), server)
}

fn quiet(command: &mut Command) -> &mut Command {
    command.stdout(Stdio::null()).stderr(Stdio::null())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}
