//! What a column can be: the fields that an import fills.

/// A field that a column fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The customer's number or code in the program that wrote the file.
    CustomerReference,
    /// The customer's name as it is shown.
    CustomerName,
    /// A person's given name.
    GivenName,
    /// A person's family name.
    FamilyName,
    /// A company, or where a person works.
    Organisation,
    /// A person's position at work.
    JobTitle,
    /// E-mail addresses.
    Email,
    /// Phone numbers.
    Phone,
    /// Street, house number, further lines of an address.
    Street,
    /// Town or city.
    City,
    /// State, province, county.
    Region,
    /// Post code.
    Postcode,
    /// Country.
    Country,
    /// Web addresses.
    Website,
    /// Tags, several in one cell.
    Tag,
    /// A birthday.
    Birthday,
    /// Text about the customer, or about the order when the file holds orders.
    Note,
    /// The number of an order or invoice; rows with the same one are lines of one order.
    OrderNumber,
    /// The day of the order, perhaps with the time.
    OrderDate,
    /// The time of the order, where it has a column of its own.
    OrderTime,
    /// Whether the order is paid, open, cancelled and so on.
    OrderStatus,
    /// An article number.
    ProductCode,
    /// What was bought.
    ProductName,
    /// How many; negative for what came back.
    Quantity,
    /// The price of one.
    UnitPrice,
    /// What the line costs altogether; where a row is an order, what the order costs.
    LineTotal,
    /// What the whole order costs, repeated on its lines or standing on the first one.
    OrderTotal,
    /// What is taken off the line, as an amount or with `%`.
    Discount,
    /// What was given back of the order.
    Refunded,
    /// What one cost us.
    UnitCost,
    /// The currency of the amounts.
    Currency,
    /// What a customer was asked.
    Question,
    /// What the customer answered.
    Answer,
    /// The answer to whether they would recommend us.
    Nps,
    /// The answer to how satisfied they are.
    Csat,
    /// The answer to how easy it was.
    Ces,
    /// Over which channel it was answered.
    Channel,
    /// A custom field, named as the column.
    Custom,
    /// Left out.
    Ignore,
}

/// How the cells of a target are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A line of text.
    Line,
    /// Text of several lines.
    Paragraph,
    /// Several texts in one cell.
    Several,
    /// E-mail addresses.
    Emails,
    /// Phone numbers.
    Phones,
    /// Web addresses.
    Websites,
    /// A day, perhaps with a time.
    Date,
    /// A time of day.
    Time,
    /// A number, perhaps with a currency.
    Number,
    /// A currency.
    Currency,
    /// Nothing: the column is left out.
    Nothing,
}

impl Target {
    /// Every target, in the order in which a form offers them.
    pub const ALL: [Self; 39] = [
        Self::Ignore,
        Self::CustomerReference,
        Self::CustomerName,
        Self::GivenName,
        Self::FamilyName,
        Self::Organisation,
        Self::JobTitle,
        Self::Email,
        Self::Phone,
        Self::Street,
        Self::City,
        Self::Region,
        Self::Postcode,
        Self::Country,
        Self::Website,
        Self::Tag,
        Self::Birthday,
        Self::Note,
        Self::Custom,
        Self::OrderNumber,
        Self::OrderDate,
        Self::OrderTime,
        Self::OrderStatus,
        Self::ProductCode,
        Self::ProductName,
        Self::Quantity,
        Self::UnitPrice,
        Self::LineTotal,
        Self::OrderTotal,
        Self::Discount,
        Self::Refunded,
        Self::UnitCost,
        Self::Currency,
        Self::Question,
        Self::Answer,
        Self::Nps,
        Self::Csat,
        Self::Ces,
        Self::Channel,
    ];

    /// How its cells are read.
    pub fn reading(self) -> Reading {
        match self {
            Self::Email => Reading::Emails,
            Self::Phone => Reading::Phones,
            Self::Website => Reading::Websites,
            Self::Tag => Reading::Several,
            Self::Note | Self::Custom | Self::Street => Reading::Paragraph,
            Self::OrderDate | Self::Birthday => Reading::Date,
            Self::OrderTime => Reading::Time,
            Self::Quantity
            | Self::UnitPrice
            | Self::LineTotal
            | Self::OrderTotal
            | Self::Discount
            | Self::Refunded
            | Self::UnitCost
            | Self::Answer
            | Self::Nps
            | Self::Csat
            | Self::Ces => Reading::Number,
            Self::Currency => Reading::Currency,
            Self::Ignore => Reading::Nothing,
            Self::CustomerReference
            | Self::CustomerName
            | Self::GivenName
            | Self::FamilyName
            | Self::Organisation
            | Self::JobTitle
            | Self::City
            | Self::Region
            | Self::Postcode
            | Self::Country
            | Self::OrderNumber
            | Self::OrderStatus
            | Self::ProductCode
            | Self::ProductName
            | Self::Question
            | Self::Channel => Reading::Line,
        }
    }

    /// Whether several columns may fill it.
    pub fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Email
                | Self::Phone
                | Self::Website
                | Self::Tag
                | Self::Note
                | Self::Street
                | Self::Custom
                | Self::Ignore
        )
    }

    /// Whether it is a part of what a customer answered. The day is the order's.
    pub fn is_of_answer(self) -> bool {
        self >= Self::Question && self <= Self::Channel
    }

    /// Whether it is a part of an order and not of a customer.
    pub fn is_of_order(self) -> bool {
        self >= Self::OrderNumber && self <= Self::Currency
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_offered_once() {
        let mut all = Target::ALL.to_vec();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), Target::ALL.len());
        assert_eq!(Target::ALL.iter().filter(|target| target.is_of_order()).count(), 14);
        assert_eq!(Target::ALL.iter().filter(|target| target.is_of_answer()).count(), 6);
    }
}
