#include "display/DisplayTables.h"

#include <algorithm>
#include <utility>

#include "display/IccMap.h"

namespace isostain {

namespace {

template <typename Item, typename Predicate>
const Item* findIn(const std::vector<Item>& items, const Predicate& isIt)
{
    const auto found = std::find_if(items.begin(), items.end(), isIt);
    return found == items.end() ? nullptr : &*found;
}

bool hasProfile(const DisplayedColors& colors)
{
    return colors.profile && !colors.profile->empty();
}

Result<ColorTablePtr> compileProfile(const DisplayedColors& colors, const IccProfilePtr& screen, const JobControl& control)
{
    const auto picture = hasProfile(colors) ? IccProfile::parse(*colors.profile, IccRole::Slide, colors.subject)
                                            : Result<IccProfilePtr>(IccProfile::srgb());
    if (!picture)
        return tl::unexpected(picture.error());
    const auto map = makeIccMap(**picture, screen ? *screen : *IccProfile::srgb());
    if (!map)
        return tl::unexpected(map.error());
    return ColorTable::compile(**map, control);
}

}

bool DisplayRequest::isNeutral() const
{
    return adjustment.isNeutral() && !screen && std::none_of(colors.begin(), colors.end(), hasProfile);
}

Result<DisplayTablesPtr> DisplayTables::make(const DisplayRequest& request, const DisplayTables* previous,
                                             const JobControl& control)
{
    auto tables = std::make_shared<DisplayTables>();
    for (const DisplayedColors& colors : request.colors) {
        auto profile = tables->profileOf(colors, request.screen, previous, control);
        if (!profile && profile.error().code == ErrorCode::ColorProfileUnusable) {
            if (!tables->m_firstError)
                tables->m_firstError = profile.error();
            DisplayedColors plain = colors;
            plain.profile = nullptr;
            profile = tables->profileOf(plain, request.screen, previous, control);
        }
        if (!profile)
            return tl::unexpected(profile.error());
        auto result = tables->resultOf(colors.table, *profile, request.adjustment, previous, control);
        if (!result)
            return tl::unexpected(result.error());
        tables->m_entries.push_back({colors.slideId, colors.table ? colors.table->id() : 0, *result});
    }
    return tables;
}

/// Null where neither the slide nor the screen has a profile.
Result<ColorTablePtr> DisplayTables::profileOf(const DisplayedColors& colors, const IccProfilePtr& screen,
                                               const DisplayTables* previous, const JobControl& control)
{
    if (!hasProfile(colors) && !screen)
        return ColorTablePtr();
    const auto picture = hasProfile(colors) ? colors.profile : nullptr;
    const auto isIt = [&](const Profile& profile) {
        return profile.picture == picture && profile.screen == screen;
    };
    if (const Profile* known = findIn(m_profiles, isIt))
        return known->table;
    if (const Profile* known = previous ? findIn(previous->m_profiles, isIt) : nullptr) {
        m_profiles.push_back(*known);
        return known->table;
    }
    auto table = compileProfile(colors, screen, control);
    if (table || table.error().code == ErrorCode::ColorProfileUnusable)
        m_profiles.push_back({picture, screen, table});
    return table;
}

Result<ColorTablePtr> DisplayTables::resultOf(const ColorTablePtr& table, const ColorTablePtr& profile,
                                              const DisplayAdjustment& adjustment, const DisplayTables* previous,
                                              const JobControl& control)
{
    if (!profile && adjustment.isNeutral())
        return table;
    const auto isIt = [&](const Made& made) {
        return made.table == table && made.profile == profile && made.adjustment == adjustment;
    };
    if (const Made* known = findIn(m_made, isIt))
        return known->result;
    Made made{table, profile, adjustment, nullptr};
    if (const Made* known = previous ? findIn(previous->m_made, isIt) : nullptr) {
        made.result = known->result;
    } else {
        auto compiled = ColorTable::compile(DisplayMap(table, adjustment, profile), control);
        if (!compiled)
            return compiled;
        made.result = *std::move(compiled);
    }
    m_made.push_back(made);
    m_all.push_back(made.result);
    return made.result;
}

std::optional<ColorTablePtr> DisplayTables::find(std::uint64_t slideId, const ColorTable* table) const
{
    const std::uint64_t tableId = table ? table->id() : 0;
    const Entry* found = findIn(
        m_entries, [&](const Entry& entry) { return entry.slideId == slideId && entry.tableId == tableId; });
    return found ? std::optional(found->result) : std::nullopt;
}

}
