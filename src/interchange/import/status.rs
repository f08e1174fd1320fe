//! What the status of an order says.

use super::keys::folded_name;

/// Whether an order of that status never came about: cancelled, failed, a draft. One that was given back did.
pub(super) fn is_cancelled(status: &str) -> bool {
    const WORDS: [&str; 26] = [
        "cancelled",
        "canceled",
        "voided",
        "void",
        "failed",
        "expired",
        "draft",
        "declined",
        "aborted",
        "abandoned",
        "storniert",
        "abgebrochen",
        "fehlgeschlagen",
        "annulé",
        "annulée",
        "cancelado",
        "annullato",
        "已取消",
        "取消",
        "作废",
        "作廢",
        "已关闭",
        "已關閉",
        "交易关闭",
        "交易關閉",
        "草稿",
    ];
    WORDS.contains(&&*folded_name(status))
}

#[cfg(test)]
mod tests {
    use super::is_cancelled;

    #[test]
    fn an_order_that_was_given_back_came_about() {
        assert!(is_cancelled(" Cancelled ") && is_cancelled("已取消"));
        assert!(!is_cancelled("refunded") && !is_cancelled("paid") && !is_cancelled(""));
    }
}
