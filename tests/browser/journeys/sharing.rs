//! Giving away: a question, a set of checks, a result; by the share sheet, by the clipboard, by hand; a set that
//! somebody has given; and a set on paper.

use super::handover::SHARES;
use super::{Journey, on_a_desktop, on_a_phone};
use crate::answer::{Means, Quality};
use crate::person::Person;
use crate::wait::until;
use bank::check::CheckKind;
use serde_json::Value;

const SAID: &str = "[data-testid=shared]";
const SHARE: &str = "[data-testid=share-set]";

/// A device without a share sheet, whose clipboard takes what it is given, unless `window.locked`.
const COPIES: &str = "
    for (const name of ['share', 'canShare'])
        Object.defineProperty(navigator, name, { value: undefined, configurable: true });
    const writeText = text => {
        window.copied = text;
        return window.locked ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });";

pub(crate) fn a_question_is_shared_as_its_page() -> Journey {
    on_a_phone(|person| {
        person.opens("#/question/gil");
        person.sees("[data-testid=question]");
        person.runs(SHARES, vec![]);
        person.taps("[data-testid=share]");
        let page = format!("{}q/gil/", person.site.url());
        person.has("shared", &page);
        person.has("told", "");
        // What the share sheet does not take goes to the clipboard.
        person.runs(COPIES, vec![]);
        person.taps("[data-testid=share]");
        person.reads(SAID, "It is copied");
        person.has("copied", &page);
        person.opens("q/gil/");
        person.reads("[data-testid=page-question] h1", "What is the GIL");
    })
}

pub(crate) fn a_result_is_shared_with_its_set_which_another_person_begins() -> Journey {
    on_a_phone(|person| {
        person.ends_a_session();
        person.taps("[data-testid=to-set]");
        person.reads("[data-testid=to-share]", "1 of 2 right in Pydrill");
        let asked = person.texts("[data-testid=set-rows] p");
        person.runs(SHARES, vec![]);
        person.ends_sharing("AbortError");
        person.taps("[data-testid=share-result]");
        person.has("told", "1 of 2 right in Pydrill. The same questions:");
        let link = person.runs("return window.shared", vec![]);
        let link = link.as_str().unwrap().to_owned();
        let (site, code) = link.split_once("#/set/1").unwrap();
        assert_eq!(site, person.site.url());
        assert!(code.len() < 30, "{link}");
        // What was thought better of says nothing.
        assert_eq!(person.texts(SAID).concat(), "");

        person.comes_on_another_device(&format!("#/set/1{code}"));
        person.reads("[data-testid=set] h1", "A set of checks");
        person.reads("[data-testid=set]", "is said after each answer");
        assert_eq!(person.texts("[data-testid=set-rows] p"), asked);
        assert_eq!(person.count("[data-testid=share-result]"), 0);
        person.tabs_to("[data-testid=start]", 0);
        person.presses(" ");
        person.sees("[data-testid=session][data-place='1'][data-mode=study]");
        person.has_the_focus_on("main h1");
        person.reads("h1", "1 of 2");
        for (place, title) in asked.iter().step_by(2).enumerate() {
            person.sees(&format!(
                "[data-testid=session][data-place='{}']",
                place + 1
            ));
            person.reads("[data-testid=session]", title);
            person.answers(&person.is_asked(), Quality::Right, Means::Pointer);
            person.goes_on(Means::Pointer);
        }
        person.sees("[data-testid=result][data-right='2']");
    })
}

pub(crate) fn a_set_is_put_together_and_given_away_by_clipboard_or_by_hand() -> Journey {
    on_a_desktop(|person| {
        person.opens("#/mix");
        person.taps_nth("[data-testid=mix-mode-option]", 1);
        person.picks("[data-testid=mix-length-choice]", "20 checks");
        person.taps("[data-testid=to-set]");
        person.reads("[data-testid=set]", "20 checks.");
        person.reads("[data-testid=start]", "Start the exam: 20 checks");
        let address = person.runs("return location.href", vec![]);
        person.runs(COPIES, vec![]);
        person.taps(SHARE);
        person.reads(SAID, "It is copied");
        person.has("copied", address.as_str().unwrap());
        person.runs("window.locked = true", vec![]);
        person.taps(SHARE);
        person.reads(SAID, "copy it by hand");
        person.has_the_focus_on("[data-testid=to-copy]");
        let shown = "return document.querySelector('[data-testid=to-copy]').value";
        assert_eq!(person.runs(shown, vec![]), address);
    })
}

pub(crate) fn an_address_of_no_set_says_so() -> Journey {
    on_a_phone(|person| {
        const WHY: &str = "[data-testid=why-no-set]";
        // One check of `gil`, between two that are not in the bank.
        person.opens("#/set/1zEolgPqmDCVqDMNL2WXKSoX7DQBIFa96DNAX-WLr1ekKr3cS");
        person.reads("[data-testid=lost]", "2 checks of it are not here");
        person.reads("[data-testid=set-rows]", "GIL");
        person.opens("#/set/");
        person.reads(WHY, "No session has ended here yet");
        person.opens("#/mix");
        person.taps("[data-testid=to-set]");
        person.sees("[data-testid=set]");
        let here = person.runs("return location.hash", vec![]);
        let here = here.as_str().unwrap().to_owned();
        let cut = &here[..here.len() - 3];
        let damaged = here.replacen("/1", "/1A", 1);
        let newer = here.replacen("/1", "/2", 1);
        let huge = format!("#/set/1{}", "A".repeat(70_000));
        for (address, said) in [
            (cut, "This link is damaged or cut off."),
            (&damaged, "This link is damaged or cut off."),
            (
                "#/set/<img src=x onerror='window.ran=1'>",
                "This link is damaged or cut off.",
            ),
            (&huge, "This link is damaged or cut off."),
            (
                &newer,
                "names checks that this version of Pydrill does not have",
            ),
        ] {
            person.opens("#/");
            person.sees("[data-testid=home]");
            person.opens(address);
            person.reads(WHY, said);
            assert_eq!(person.count("[data-testid=start]"), 0);
        }
        assert_eq!(person.runs("return window.ran", vec![]), Value::Null);
    })
}

pub(crate) fn a_set_is_printed_as_a_question_sheet_and_an_answer_sheet() -> Journey {
    on_a_desktop(|person| {
        person.ends_a_session();
        person.taps("[data-testid=to-set]");
        person.sees("[data-testid=set]");
        assert_eq!(person.count("[data-testid=on-paper]"), 0, "nothing is told");
        let paper = "[data-testid=on-paper]";
        person.runs("window.print = () => { window.printed = 'yes' }", vec![]);
        person.taps("[data-testid=print]");
        person.has("printed", "yes");
        person.taps_nth("[data-testid=paper-option]", 2);
        person.is_on_paper();
        until("both sheets to be on paper", || match person.count(paper) {
            2 => Ok(()),
            count => Err(count),
        });
        let sheets = person.texts(paper);
        assert!(sheets[0].starts_with("Questions") && sheets[1].starts_with("Answers"));
        assert_eq!(person.count(&format!("{paper} li.item h3")), 4);
        assert!(
            person.count(&format!("{paper} .boxes li")) >= 6,
            "{sheets:?}"
        );
        // The rest of the page is not.
        assert_eq!(person.count("[data-testid=set] h1, [data-testid=start]"), 0);
    })
}

impl Person {
    /// Of two checks, of which the second is missed and then right.
    fn ends_a_session(&self) {
        self.begins(&[CheckKind::Single, CheckKind::Output]);
        self.answers(&self.is_asked(), Quality::Right, Means::Pointer);
        self.goes_on(Means::Pointer);
        self.sees("[data-testid=session][data-place='2']");
        self.answers(&self.is_asked(), Quality::Wrong, Means::Pointer);
        self.goes_on(Means::Pointer);
        self.sees("[data-testid=session][data-place='3']");
        self.answers(&self.is_asked(), Quality::Right, Means::Pointer);
        self.goes_on(Means::Pointer);
        self.sees("[data-testid=result][data-right='1']");
    }
}
