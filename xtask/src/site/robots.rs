//! What search engines ask for first: which pages there are, and that they may read them.
//!
//! A map names whole addresses, so there is none where the site is not known.

use super::address::{Place, Site};
use super::{File, Material};
use maud::html;

const MAP: Place<'_> = Place::File("sitemap.xml");

/// `robots.txt`. Hosts read it only at their root.
pub(crate) fn robots(site: &Site) -> File {
    let map = site.address(MAP);
    let map = map.map_or_else(String::new, |map| format!("\nSitemap: {map}\n"));
    File {
        path: "robots.txt".to_owned(),
        text: format!("User-agent: *\nAllow: /\n{map}"),
    }
}

/// `sitemap.xml`: the app, every list and every question. Sheets say nothing that those do not.
pub(crate) fn map(material: &Material<'_>) -> Option<File> {
    let groups = material
        .groups()
        .map(|group| Place::Group(group.kind, group.slug));
    let questions = material
        .questions
        .iter()
        .map(|(entry, _)| Place::Question(&entry.id));
    let places = [Place::App, Place::All]
        .into_iter()
        .chain(groups)
        .chain(questions);
    let addresses: Option<Vec<String>> = places.map(|place| material.site.address(place)).collect();
    let urls = html! { @for address in addresses? { url { loc { (address) } } } };
    Some(File {
        path: MAP.file(),
        text: format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{}</urlset>\n",
            urls.into_string()
        ),
    })
}
