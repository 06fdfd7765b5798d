//! R2, R3, R5: every push is answered once, and what is acknowledged is there for everyone.

use document::protocol::Frame;
use relay::storage::LinkKind;

use crate::{
    house::House,
    page::{Page, deleted},
};

#[tokio::test]
async fn r2_a_push_is_acknowledged_to_its_author_and_passed_on_to_the_others() {
    let house = House::open().await;
    let project = house.project().await;
    let mut ann = Page::open(&house, &project, LinkKind::Editor).await;
    let mut ben = Page::open(&house, &project, LinkKind::Owner).await;
    let push = ann.types("Fewer falls").await;
    let seq = ann.acked(push).await;
    assert_eq!(seq, 1);
    ben.sees("Fewer falls").await;
    let push = ben.types(" by May").await;
    assert_eq!(ben.acked(push).await, 2);
    ann.sees("Fewer falls by May").await;
}
