#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/Progress.h"
#include "color/ColorTable.h"
#include "color/DisplayAdjustment.h"
#include "display/IccProfile.h"

namespace isostain {

/// One pair of a slide and a table that a pane shows it through: what the screen needs a table for.
struct DisplayedColors {
    std::uint64_t slideId = 0;
    ColorTablePtr table; ///< null: as it is
    /// As it is in the slide's file; null, or empty: none, or not to be used.
    std::shared_ptr<const std::vector<std::byte>> profile;
    std::string subject; ///< the slide's file
};

/// How the screen is to show colors.
struct DisplayRequest {
    DisplayAdjustment adjustment;
    IccProfilePtr screen; ///< null: taken for sRGB
    std::vector<DisplayedColors> colors;

    /// Whether the screen shows what the panes' own tables answer.
    bool isNeutral() const;
};

/// Tables for the screen alone: each is a pane's table followed by the color profiles and the adjustments, compiled so that
/// drawing through it costs what drawing through the pane's own costs. Immutable; any thread.
class DisplayTables {
public:
    /// Makes what `request` asks for. What `previous` (may be null) has already is taken over. A slide whose profile cannot be
    /// used is shown as one that has none: see firstError(). Errors: Cancelled, OutOfMemory, Internal.
    static Result<std::shared_ptr<const DisplayTables>> make(const DisplayRequest& request, const DisplayTables* previous,
                                                             const JobControl& control = {});

    /// What stands for a table (null: none) over a slide, null again where colors stay as they are. Nothing where it was not
    /// asked for.
    std::optional<ColorTablePtr> find(std::uint64_t slideId, const ColorTable* table) const;
    /// Those that were made, each once.
    const std::vector<ColorTablePtr>& all() const { return m_all; }
    /// Of the first profile that was refused: ColorProfileUnusable.
    const std::optional<Error>& firstError() const { return m_firstError; }

private:
    /// The colors of a profile as they are on the screen.
    struct Profile {
        std::shared_ptr<const std::vector<std::byte>> picture; ///< null: sRGB
        IccProfilePtr screen;
        Result<ColorTablePtr> table;
    };
    struct Made {
        ColorTablePtr table;
        ColorTablePtr profile; ///< null: none
        DisplayAdjustment adjustment;
        ColorTablePtr result;
    };
    struct Entry {
        std::uint64_t slideId = 0;
        std::uint64_t tableId = 0; ///< 0: none
        ColorTablePtr result;
    };

    Result<ColorTablePtr> profileOf(const DisplayedColors& colors, const IccProfilePtr& screen, const DisplayTables* previous,
                                    const JobControl& control);
    Result<ColorTablePtr> resultOf(const ColorTablePtr& table, const ColorTablePtr& profile, const DisplayAdjustment& adjustment,
                                   const DisplayTables* previous, const JobControl& control);

    std::vector<Profile> m_profiles;
    std::vector<Made> m_made;
    std::vector<Entry> m_entries;
    std::vector<ColorTablePtr> m_all;
    std::optional<Error> m_firstError;
};

using DisplayTablesPtr = std::shared_ptr<const DisplayTables>;

}
