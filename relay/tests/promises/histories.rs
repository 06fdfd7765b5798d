//! R3: whatever is sent again, twice, late or in another order, everybody ends up with the same. Seeded histories.

use document::{
    Document,
    protocol::{Frame, NackCode},
};
use model::{
    Edit, TextField,
    edit::{Change, TextChange},
};
use relay::{project::Created, storage::LinkKind};

use crate::{
    garbage::Numbers,
    house::House,
    page::{Page, new_document, title},
};

/// How many histories: some for every change, ten thousand where there is time.
fn histories() -> u64 {
    std::env::var("TRIBUTARY_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(40)
}

/// A page on a bad day: what it writes lies in an outbox, and leaves it in any order, also twice.
struct Careless {
    page: Page,
    outbox: Vec<Vec<u8>>,
    unanswered: usize,
}

impl Careless {
    fn writes(&mut self, numbers: &mut Numbers) {
        let document = &mut self.page.document;
        let length = title(document).encode_utf16().count();
        let at = numbers.next(length + 1);
        let delete = numbers.next((length - at).min(3) + 1);
        let insert = if numbers.next(3) == 0 { String::new() } else { format!("{}", numbers.next(1_000)) };
        let change = TextChange { at: at as u32, delete: delete as u32, insert };
        let written = document.write(&Edit::one(Change::Text(TextField::Title, change)));
        if !written.update.is_empty() {
            self.outbox.push(written.update);
        }
    }

    async fn sends(&mut self, numbers: &mut Numbers) {
        if self.outbox.is_empty() {
            return;
        }
        let place = numbers.next(self.outbox.len());
        let update = match numbers.next(3) {
            0 => self.outbox[place].clone(),
            _ => self.outbox.remove(place),
        };
        self.page.push(update).await;
        self.unanswered += 1;
    }

    /// Reads until every push has its answer; after a refusal the difference is pushed, as an app does it.
    async fn settles(&mut self) {
        while self.unanswered > 0 {
            match self.page.line.next().await.unwrap() {
                Frame::Ack { .. } => self.unanswered -= 1,
                Frame::Nack(nack) => {
                    assert_eq!(nack.code, NackCode::GapResync);
                    let difference = self.page.document.diff(&nack.state_vector.unwrap()).unwrap();
                    self.page.push(difference).await;
                }
                Frame::Update { update, .. } => drop(self.page.document.merge(&update).unwrap()),
                _ => {}
            }
        }
    }
}

async fn history(house: &House, project: &Created, seed: u64) -> String {
    let mut numbers = Numbers(seed * 0x9e37_79b9 + 1);
    let mut pages = Vec::new();
    for _ in 0..3 {
        let page = Page::open(&house.address, project, LinkKind::Editor).await;
        pages.push(Careless { page, outbox: Vec::new(), unanswered: 0 });
    }
    for _ in 0..30 {
        let careless = &mut pages[numbers.next(3)];
        match numbers.next(5) {
            0 | 1 => careless.writes(&mut numbers),
            2 | 3 => careless.sends(&mut numbers).await,
            _ => careless.settles().await,
        }
    }
    for careless in &mut pages {
        let everything = careless.page.document.diff(&[0]).unwrap();
        careless.page.push(everything).await;
        careless.unanswered += 1;
        careless.settles().await;
    }
    let kept = kept(house, project).await;
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    for careless in &mut pages {
        log.updates().iter().for_each(|update| drop(careless.page.document.merge(update).unwrap()));
        assert_eq!(careless.page.title(), kept, "seed {seed}");
    }
    kept
}

/// What storage holds, and what somebody sees who comes now.
async fn kept(house: &House, project: &Created) -> String {
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    let mut document: Document = new_document();
    for update in log.updates() {
        document.merge(&update).unwrap();
    }
    let mut late = Page::open(&house.address, project, LinkKind::Viewer).await;
    assert_eq!(late.up_to_date().await, title(&document));
    title(&document)
}

#[tokio::test]
async fn r3_whatever_the_order_everybody_ends_up_with_the_same() {
    let house = House::with(|config| config.limits.pushes_per_second = 1_000_000).await;
    for seed in 0..histories() {
        let project = house.project().await;
        let kept = history(&house, &project, seed).await;
        let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
        assert_eq!(page.up_to_date().await, kept, "seed {seed}");
        let nothing = page.push(page.document.diff(&page.welcome.state_vector).unwrap()).await;
        assert_eq!(page.acked(nothing).await, page.welcome.head.seq, "seed {seed}: nothing is missing");
    }
}
