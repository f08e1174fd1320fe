//! A setting of whatever kind of record, for those who set fields of any list in the same way.

use super::{OrderSetting, PartySetting, ProductSetting};

macro_rules! any_setting {
    ($($kind:ident($setting:ty), $doc:literal;)*) => {
        /// A field of a record, with its value; the kind of the record is the variant.
        #[derive(Debug, Clone, PartialEq)]
        pub enum AnySetting {
            $(#[doc = $doc] $kind($setting),)*
        }

        $(
            impl From<$setting> for AnySetting {
                fn from(setting: $setting) -> Self {
                    Self::$kind(setting)
                }
            }

            impl TryFrom<AnySetting> for $setting {
                /// The setting of another kind of record.
                type Error = AnySetting;

                fn try_from(setting: AnySetting) -> Result<Self, AnySetting> {
                    if let AnySetting::$kind(setting) = setting { Ok(setting) } else { Err(setting) }
                }
            }
        )*
    };
}

any_setting! {
    Party(PartySetting), "Of a party.";
    Order(OrderSetting), "Of an order.";
    Product(ProductSetting), "Of a product.";
}
