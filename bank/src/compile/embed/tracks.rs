//! Tracks as the app gets them.

use super::super::source::{self, Source};
use crate::name::QuestionId;
use crate::topic::{Section, Track, Tracks};

/// Rows name questions by their places: ids would weigh more than all titles of the tracks.
pub(super) fn tracks(source: &Source) -> Tracks {
    let mut planned: Vec<&QuestionId> = Vec::new();
    let mut place = |id: &QuestionId| {
        let question = source.questions.iter().position(|known| known.id == *id);
        let place = question.unwrap_or_else(|| {
            let known = planned.iter().position(|known| *known == id);
            let place = known.unwrap_or(planned.len());
            if known.is_none() {
                planned.extend(source.planned(id).map(|plan| &plan.id));
            }
            source.questions.len() + place
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    };
    let mut all = Vec::new();
    for track in &source.tracks {
        let section = |section: &source::Section| Section {
            title: section.title.clone(),
            from: section.from,
            rows: section
                .rows
                .iter()
                .map(|row| row.iter().map(&mut place).collect())
                .collect(),
        };
        all.push(Track {
            slug: track.slug.clone(),
            title: track.title.clone(),
            about: track.about.clone(),
            sections: track.sections.iter().map(section).collect(),
        });
    }
    let planned = planned.into_iter().filter_map(|id| source.planned(id));
    Tracks {
        all,
        planned: planned.map(|plan| plan.title.clone()).collect(),
    }
}
