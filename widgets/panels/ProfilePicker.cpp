#include "panels/ProfilePicker.h"

#include <algorithm>

#include <QActionGroup>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include "panels/Mnemonics.h"
#include "panels/ThemedIcon.h"

namespace isostain {

namespace {

constexpr int kLongestName = 32;
constexpr int kArrowSize = 10;

}

ProfileMenu::ProfileMenu(QWidget* parent) : SteadyMenu(parent)
{
    setTitle(tr("&Profile"));
    setToolTipsVisible(true);
    setEntries({}, {});
}

void ProfileMenu::setEntries(const std::vector<ProfileEntry>& entries, const QString& current)
{
    whenClosed([this, entries, current] { rebuild(entries, current); });
}

void ProfileMenu::rebuild(const std::vector<ProfileEntry>& entries, const QString& current)
{
    clear();
    delete m_group;
    m_group = new QActionGroup(this);
    addEntry({ProfileEntry::Kind::SourceOnly, {}, tr("None (source only)"), tr("Shows the slide as it was scanned"), true},
             current);
    std::vector<ProfileEntry::Kind> kinds;
    for (const ProfileEntry& entry : entries)
        if (std::find(kinds.begin(), kinds.end(), entry.kind) == kinds.end())
            kinds.push_back(entry.kind);
    for (const ProfileEntry::Kind kind : kinds) {
        addSection(titleOf(kind));
        for (const ProfileEntry& entry : entries)
            if (entry.kind == kind)
                addEntry(entry, current);
    }
    addSeparator();
    addAction(themedIcon(QStringLiteral("open")), tr("&Browse for a Profile…"), this, &ProfileMenu::browseRequested);
}

QString ProfileMenu::titleOf(ProfileEntry::Kind kind)
{
    switch (kind) {
    case ProfileEntry::Kind::SourceOnly:
        break;
    case ProfileEntry::Kind::Reference:
        return tr("Published H&E Reference"); // the style takes the titles of sections as they are
    case ProfileEntry::Kind::Bundled:
        return tr("Bundled");
    case ProfileEntry::Kind::Library:
        return tr("Library");
    case ProfileEntry::Kind::Recent:
        return tr("Recent");
    }
    return {};
}

void ProfileMenu::addEntry(const ProfileEntry& entry, const QString& current)
{
    QAction* action = addAction(withEscapedMnemonics(entry.name));
    action->setCheckable(true);
    action->setChecked(entry.id == current);
    action->setEnabled(entry.isAvailable);
    action->setToolTip(entry.hint);
    action->setData(entry.id);
    m_group->addAction(action);
    connect(action, &QAction::triggered, this, [this, id = entry.id] { emit picked(id); });
}

ProfilePicker::ProfilePicker(ProfileMenu* menu, QWidget* parent) : QToolButton(parent)
{
    setMenu(menu);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(themedIcon(QStringLiteral("profile")));
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Stain profile"));
    setCurrentName({});
}

void ProfilePicker::setCurrentName(const QString& name)
{
    const QString shown = name.size() > kLongestName ? name.left(kLongestName - 1) + QChar(0x2026) : name;
    setText(name.isEmpty() ? tr("Source only") : withEscapedMnemonics(shown));
    setToolTip(name.isEmpty() ? tr("Choose a stain profile to see the normalized view")
                              : tr("Normalized with the stain profile %1").arg(name));
}

QSize ProfilePicker::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(2 * kArrowSize, 0);
}

void ProfilePicker::paintEvent(QPaintEvent*)
{
    // The style would put its arrow into the corner, over the text; here it follows the text.
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    option.rect = QRect(width() - 2 * kArrowSize, (height() - kArrowSize) / 2, kArrowSize, kArrowSize);
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
}

}
