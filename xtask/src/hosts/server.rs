//! A server that runs with a configuration of `xtask/hosts/`, of which nothing is changed but the port, the
//! folder and the path. It ends with its value.

use super::asked::Site;
use crate::step::{Failure, output_of};
use crate::workspace::root;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A kind of server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Host {
    Nginx,
    Caddy,
}

/// One that runs.
pub(super) struct Server {
    process: Child,
    port: u16,
}

/// Around nginx.conf stands what Debian has around it. One process is easily ended.
const AROUND: &str = "daemon off;\nmaster_process off;\npid HOME/nginx.pid;\nerror_log HOME/nginx.log;\n\
    include /etc/nginx/modules-enabled/*.conf;\nevents {}\nhttp {\n    include /etc/nginx/mime.types;\n    \
    default_type application/octet-stream;\n    gzip on;\n    access_log off;\n    \
    client_body_temp_path HOME/body;\n    proxy_temp_path HOME/proxy;\n    fastcgi_temp_path HOME/fastcgi;\n    \
    uwsgi_temp_path HOME/uwsgi;\n    scgi_temp_path HOME/scgi;\n    include HOME/site.conf;\n}\n";

/// Of Caddy: nothing is asked for and kept outside of this clone.
const ALONE: &str = "{\n\tadmin off\n\tauto_https off\n}\n";

/// How often one looks whether a server has started, every 20 ms.
const LOOKS: usize = 500;

impl Host {
    /// What people call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Host::Nginx => "nginx",
            Host::Caddy => "Caddy",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Host::Nginx => "xtask/hosts/nginx.conf",
            Host::Caddy => "xtask/hosts/Caddyfile",
        }
    }

    /// What a person changes in the file, and to what.
    fn changes(self, port: u16, folder: &str, under: &str) -> Vec<[String; 2]> {
        let lost = [" /404.html".to_owned(), format!(" {under}404.html")];
        let folder = [" /srv/pydrill".to_owned(), format!(" {folder}")];
        let place = match self {
            Host::Nginx => ["listen 80;".to_owned(), format!("listen 127.0.0.1:{port};")],
            Host::Caddy => [
                "\npydrill.example.org {".to_owned(),
                format!("\nhttp://127.0.0.1:{port} {{"),
            ],
        };
        vec![lost, folder, place]
    }

    fn configuration(self, port: u16, folder: &str, under: &str) -> Result<String, Failure> {
        let path = root().join(self.file());
        let mut text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
        // Comments tell people what to change, so they may name it as well.
        text = text
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .fold(String::from("\n"), |text, line| text + line + "\n");
        for [from, to] in self.changes(port, folder, under) {
            if text.matches(&from).count() != 1 {
                return Err(Failure::wrong(
                    format!("{} does not say `{}` once", self.file(), from.trim()),
                    "see `changes` in xtask/src/hosts/server.rs",
                ));
            }
            text = text.replace(&from, &to);
        }
        Ok(text)
    }
}

impl Server {
    /// Starts one that has the folder at its root, with the release under the path, and waits for it.
    pub(super) fn start(
        host: Host,
        home: &Path,
        folder: &Path,
        under: &str,
    ) -> Result<Server, Failure> {
        let port = free_port()?;
        let text = host.configuration(port, &folder.to_string_lossy(), under)?;
        let mut command = match host {
            Host::Nginx => nginx(home, &text)?,
            Host::Caddy => caddy(home, &text)?,
        };
        let process = command.stdin(Stdio::null()).spawn();
        let process = process.map_err(Failure::file(Path::new(host.name())))?;
        let mut server = Server { process, port };
        for _ in 0..LOOKS {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(server);
            }
            if let Ok(Some(status)) = server.process.try_wait() {
                return Err(Failure::wrong(
                    format!("{} ended with {status}", host.name()),
                    "see its log in target/hosts/",
                ));
            }
            sleep(Duration::from_millis(20));
        }
        Err(Failure::wrong(
            format!("{} does not answer", host.name()),
            "see its log in target/hosts/",
        ))
    }

    /// The release as it serves it.
    pub(super) fn site(&self, under: &str) -> Site {
        Site {
            port: self.port,
            under: under.to_owned(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn nginx(home: &Path, text: &str) -> Result<Command, Failure> {
    let user = output_of(Command::new("id").arg("-u"))?;
    // Started by root, it would become someone who may not read this clone.
    let user = if user.trim() == "0" {
        "user root;\n"
    } else {
        ""
    };
    let around = [user, AROUND]
        .concat()
        .replace("HOME", &home.to_string_lossy());
    write(&home.join("site.conf"), text)?;
    let path = home.join("nginx.conf");
    write(&path, &around)?;
    let of = |test: &[&str]| {
        let mut nginx = Command::new("nginx");
        nginx.args(test).args(["-e", "stderr", "-c"]).arg(&path);
        nginx
    };
    let tested = of(&["-t"]).output().map_err(Failure::file(&path))?;
    let said = String::from_utf8_lossy(&tested.stderr);
    // A warning is for the person who copies the file.
    let is_clean = tested.status.success() && !said.contains("[warn]");
    match is_clean {
        true => Ok(of(&[])),
        false => Err(Failure::wrong(
            format!("nginx does not like its configuration:\n{said}"),
            "mend xtask/hosts/nginx.conf",
        )),
    }
}

fn caddy(home: &Path, text: &str) -> Result<Command, Failure> {
    let path = home.join("Caddyfile");
    write(&path, &[ALONE, text].concat())?;
    let mut caddy = Command::new("caddy");
    caddy
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(path);
    for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        caddy.env(name, home);
    }
    let path = home.join("Caddy.log");
    let log = fs::File::create(&path).map_err(Failure::file(&path))?;
    caddy.stderr(log);
    Ok(caddy)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(Failure::file(path))
}

fn free_port() -> Result<u16, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|listener| listener.local_addr());
    let address = address.map_err(Failure::file(Path::new("127.0.0.1")))?;
    Ok(address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn port_folder_and_path_are_changed_where_the_files_say_them() {
        crate::workspace::enter().unwrap();
        for host in [Host::Nginx, Host::Caddy] {
            let text = host
                .configuration(8123, "/a/folder", "/some/path/")
                .unwrap();
            for part in ["127.0.0.1:8123", " /a/folder", " /some/path/404.html"] {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(!text.contains("/srv/pydrill"), "{text}");
        }
    }
}
