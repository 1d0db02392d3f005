//! Choosing files, in the language of the page: what a browser says beside its own button is in the device's.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What it is about and what it says.
#[derive(PartialEq, Properties)]
pub struct FilePickProps {
    /// The id of the field.
    pub id: &'static str,
    /// Whether several may be chosen together.
    pub many: bool,
    /// What may be chosen.
    pub accept: &'static str,
    /// The id of what explains it.
    pub described_by: &'static str,
    /// On the button.
    pub choose: String,
    /// Beside it, while nothing is chosen.
    pub none: String,
}

/// A field for files with a button of our own, and the names of what was chosen beside it.
#[function_component]
pub fn FilePick(props: &FilePickProps) -> Html {
    let names = use_state(Vec::<String>::new);
    let onchange = {
        let names = names.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlInputElement>().files();
            let files =
                chosen.into_iter().flat_map(|list| (0..list.length()).filter_map(move |n| list.get(n)));
            names.set(files.map(|file| file.name()).collect());
        })
    };
    html! {
        <div class="file-pick">
            <input id={props.id} type="file" multiple={props.many} accept={props.accept} aria-describedby={props.described_by}
                {onchange} />
            <label for={props.id} class="govuk-button govuk-button--secondary">{ props.choose.clone() }</label>
            <span class="file-names">
                if names.is_empty() { { props.none.clone() } } else { <span dir="auto">{ names.join(", ") }</span> }
            </span>
        </div>
    }
}
