#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QLocale>
#include <QString>

#include "normalize/StainProfile.h"

namespace isostain {

/// One line of what there is to know about a stain profile.
struct ProfileFact {
    QString label;
    QString value;
    std::optional<QColor> swatch; ///< what the value looks like
    QString hint;                 ///< what it means; may be empty
};

struct ProfileFactSection {
    QString title;
    std::vector<ProfileFact> facts;
};

/// How many digits numbers are given with: Readable six at most, Exact as many as it takes to read the same double back.
enum class FactDigits { Readable, Exact };

/// Everything in a profile, in plain words: the method with its paper, its options, what was fitted or learned, where it came
/// from. Nothing is left out: what is not known is said to be. Any thread that may translate.
std::vector<ProfileFactSection> profileFacts(const StainProfile& profile, FactDigits digits, const QLocale& locale);

/// The same as text to be pasted, one fact a line, with exact numbers in the C locale.
QString profileFactsText(const StainProfile& profile);

/// "Macenko 2009, …": authors, year, title and journal of the method's paper; not to be translated.
QString paperOf(NormalizationMethod method);

/// How a stain of this density (R, G, B per unit) looks on glass at an amount: 255 exp(-amount row - glass).
QColor stainColor(const OpticalDensity& row, double amount, const OpticalDensity& glass = {});

}
