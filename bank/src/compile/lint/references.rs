//! References: pages that state the claim, from those who make what they speak of.

use super::super::markdown;
use super::super::problem::Problems;
use super::super::source::Question;

/// Whose pages may be cited.
const HOSTS: [&str; 22] = [
    "docs.python.org",
    "peps.python.org",
    "packaging.python.org",
    "typing.python.org",
    "devguide.python.org",
    "www.rfc-editor.org",
    "docs.djangoproject.com",
    "www.django-rest-framework.org",
    "flask.palletsprojects.com",
    "werkzeug.palletsprojects.com",
    "jinja.palletsprojects.com",
    "docs.pytest.org",
    "docs.sqlalchemy.org",
    "docs.celeryq.dev",
    "gunicorn.org",
    "numpy.org",
    "pandas.pydata.org",
    "scikit-learn.org",
    "www.postgresql.org",
    "www.sqlite.org",
    "redis.io",
    "owasp.org",
];

pub(crate) fn judge(question: &Question, problems: &mut Problems) {
    for reference in &question.references {
        let line = reference.title.line;
        let url = &reference.url;
        if !markdown::is_safe(url) {
            problems.error(
                line,
                format!("`{url}` is not an https address"),
                "cite a page that is",
            );
        } else if !HOSTS.contains(&host(url)) {
            problems.error(
                line,
                format!("`{}` is not a source of the bank", host(url)),
                "cite docs.python.org, a PEP, an RFC or the framework's own documentation",
            );
        }
    }
}

fn host(url: &str) -> &str {
    let rest = url.strip_prefix("https://").unwrap_or(url);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}
