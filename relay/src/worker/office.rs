//! What a worker does for office programs: measures as a file, and a workbook as tables.

use document::Document;
use publish::xlsx;
use serde_json::json;

use super::{Answer, Done};
use crate::export::{DOES_NOT_FIT, Exported, NO_SUCH_MEASURE, Wish, write};

/// The part of the project that is wished for.
pub(super) fn export(wish: &[u8], document: &Document) -> Result<Answer, String> {
    let wish = Wish::decode(wish).ok_or("this is no wish that a worker understands")?;
    let project = document.project();
    let Some(measures) = wish.part.of(&project) else {
        return Ok(Answer::Refused(NO_SUCH_MEASURE.to_owned()));
    };
    let name = wish.file_name(&project, &measures);
    Ok(match write(measures, (wish.format, wish.words())) {
        Ok(content) => {
            let bytes = Exported { name, content: content.into() }.encode();
            Answer::Done(Done { min_writer: document.min_writer(), bytes })
        }
        // in its own words there could be a name
        Err(_) => Answer::Refused(DOES_NOT_FIT.to_owned()),
    })
}

/// The sheets of a workbook, as `[{"name": …, "text": …}]`.
pub(super) fn sheets(workbook: &[u8]) -> Answer {
    match xlsx::read(workbook) {
        Ok(sheets) => {
            let sheets = sheets.into_iter().map(|sheet| json!({ "name": sheet.name, "text": sheet.text }));
            let bytes = serde_json::Value::from_iter(sheets).to_string().into_bytes().into();
            // no document was read: any page may go on writing
            Answer::Done(Done { min_writer: 0, bytes })
        }
        Err(refusal) => Answer::Refused(refusal.name().to_owned()),
    }
}
