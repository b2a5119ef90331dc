#include "panels/ProfileManagerDialog.h"

#include <algorithm>
#include <array>

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "panels/ErrorText.h"
#include "panels/NoticeBar.h"
#include "panels/ProfileFacts.h"
#include "panels/ProfileInspector.h"
#include "panels/ThemedIcon.h"

namespace isostain {

namespace {

constexpr int kIdRole = Qt::UserRole;

using Section = ManagedProfile::Section;

constexpr std::array kSections = {Section::Bundled, Section::Reference, Section::Library, Section::Recent};

QString titleOf(Section section)
{
    switch (section) {
    case Section::Bundled:
        return ProfileManagerDialog::tr("Bundled");
    case Section::Reference:
        return ProfileManagerDialog::tr("Published H&E Reference");
    case Section::Library:
        return ProfileManagerDialog::tr("Library");
    case Section::Recent:
        return ProfileManagerDialog::tr("Recent");
    }
    return {};
}

/// Empty: a section without profiles is not shown.
QString emptyTextOf(Section section)
{
    return section == Section::Library ? ProfileManagerDialog::tr("No profiles of yours yet: import one") : QString();
}

/// Rows with room around their text, so that they are read and hit easily.
void setRoomySize(QTreeWidgetItem& item)
{
    const QFontMetrics metrics(item.treeWidget()->font());
    item.setSizeHint(0, QSize(0, metrics.height() + 8));
    item.setSizeHint(1, QSize(metrics.horizontalAdvance(item.text(1)) + 2 * metrics.height(), metrics.height() + 8));
}

QPushButton* makeButton(const QString& text, const char* name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    button->setMinimumWidth(button->sizeHint().width() + button->fontMetrics().height());
    return button;
}

}

ProfileManagerDialog::ProfileManagerDialog(QWidget* parent) : QDialog(parent), m_notice(new NoticeBar)
{
    setWindowTitle(tr("Stain Profiles"));
    resize(960, 620);

    auto* splitter = new QSplitter;
    splitter->addWidget(makeList());
    splitter->addWidget(makeDetails());
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(12);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({380, 580});
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_notice);
    column->addWidget(splitter, 1);
    m_tree->setFocus();
    setProfiles({});
}

ProfileManagerDialog::~ProfileManagerDialog() = default;

QWidget* ProfileManagerDialog::makeList()
{
    m_tree = new QTreeWidget;
    m_tree->setObjectName(QStringLiteral("profileList"));
    m_tree->setAccessibleName(tr("Stain profiles"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &ProfileManagerDialog::inspectSelected);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* current, QTreeWidgetItem* previous) {
        if (m_isFilling || !current || current->parent())
            return;
        const auto direction = previous && m_tree->itemAbove(previous) == current ? Direction::Up : Direction::Down;
        QTimer::singleShot(0, this, [this, direction] { leaveHeading(direction); });
    });
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, &ProfileManagerDialog::use);
    connect(m_tree, &QTreeWidget::itemChanged, this, &ProfileManagerDialog::finishEditing);

    auto* import = makeButton(tr("&Import…"), "importProfile");
    import->setToolTip(tr("Takes stain profiles and StainNet checkpoints into the library"));
    m_rename = makeButton(tr("&Rename"), "renameProfile");
    m_rename->setToolTip(tr("Changes the name of a profile of the library (F2)"));
    m_delete = makeButton(tr("&Delete"), "deleteProfile");
    m_delete->setToolTip(tr("Moves a profile of the library to the trash (Del)"));
    connect(import, &QPushButton::clicked, this, [this] {
        forgetErrors();
        emit importRequested();
    });
    connect(m_rename, &QPushButton::clicked, this, &ProfileManagerDialog::editName);
    connect(m_delete, &QPushButton::clicked, this, &ProfileManagerDialog::deleteSelected);
    const auto addKey = [this](Qt::Key key, void (ProfileManagerDialog::*command)()) {
        auto* shortcut = new QShortcut(key, m_tree);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, command);
    };
    addKey(Qt::Key_F2, &ProfileManagerDialog::editName);
    addKey(Qt::Key_Delete, &ProfileManagerDialog::deleteSelected);

    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(import);
    row->addStretch();
    row->addWidget(m_rename);
    row->addWidget(m_delete);
    column->addLayout(row);
    return box;
}

QWidget* ProfileManagerDialog::makeDetails()
{
    m_inspector = new ProfileInspector;
    m_copy = makeButton(tr("&Copy as Text"), "copyProfile");
    m_copy->setToolTip(tr("Copies everything shown here, with all digits"));
    m_use = makeButton(tr("&Use"), "useProfile");
    m_use->setToolTip(tr("Normalizes the slide in the main window with this profile"));
    m_use->setDefault(true);
    auto* close = makeButton(tr("Close"), "closeManager");
    connect(m_copy, &QPushButton::clicked, this, &ProfileManagerDialog::copyText);
    connect(m_use, &QPushButton::clicked, this, &ProfileManagerDialog::use);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_inspector, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(m_use);
    row->addWidget(close);
    column->addLayout(row);
    return box;
}

void ProfileManagerDialog::setProfiles(const std::vector<ManagedProfile>& profiles)
{
    // Nothing new must not interrupt the user, who may be typing a name.
    if (profiles == m_profiles && m_tree->topLevelItemCount() > 0)
        return;
    const QString id = selectedId();
    fill(profiles);
    QTreeWidgetItem* item = itemOf(id);
    if (!item && !m_profiles.empty())
        for (int i = 0; !item && i < m_tree->topLevelItemCount(); ++i)
            if (const QTreeWidgetItem* section = m_tree->topLevelItem(i); section->child(0)->flags() & Qt::ItemIsSelectable)
                item = m_tree->topLevelItem(i)->child(0);
    if (item)
        m_tree->setCurrentItem(item);
    inspectSelected();
}

void ProfileManagerDialog::fill(const std::vector<ManagedProfile>& profiles)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_profiles = profiles;
    m_tree->clear();
    for (const Section section : kSections)
        if (QTreeWidgetItem* item = addSection(section, profiles))
            item->setExpanded(true);
}

QTreeWidgetItem* ProfileManagerDialog::addSection(Section section, const std::vector<ManagedProfile>& profiles)
{
    const auto isHere = [section](const ManagedProfile& each) { return each.section == section; };
    const bool isEmpty = std::none_of(profiles.begin(), profiles.end(), isHere);
    if (isEmpty && emptyTextOf(section).isEmpty())
        return nullptr;
    auto* heading = new QTreeWidgetItem(m_tree, {titleOf(section)});
    heading->setFlags(Qt::ItemIsEnabled);
    heading->setFirstColumnSpanned(true);
    QFont bold = m_tree->font();
    bold.setBold(true);
    heading->setFont(0, bold);
    setRoomySize(*heading);
    if (isEmpty) {
        auto* hint = new QTreeWidgetItem(heading, {emptyTextOf(section)});
        hint->setFlags(Qt::NoItemFlags);
        hint->setFirstColumnSpanned(true);
    }
    for (const ManagedProfile& profile : profiles) {
        if (!isHere(profile))
            continue;
        const bool isBroken = !profile.problem.isEmpty();
        auto* item = new QTreeWidgetItem(heading, {profile.name, profile.summary});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setData(0, kIdRole, profile.id);
        setRoomySize(*item);
        item->setToolTip(0, isBroken ? profile.problem : profile.hint);
        if (isBroken)
            item->setIcon(0, themedIcon(QStringLiteral("warning")));
    }
    return heading;
}

QTreeWidgetItem* ProfileManagerDialog::itemOf(const QString& id) const
{
    for (int i = 0; !id.isEmpty() && i < m_tree->topLevelItemCount(); ++i)
        for (int k = 0; k < m_tree->topLevelItem(i)->childCount(); ++k)
            if (QTreeWidgetItem* item = m_tree->topLevelItem(i)->child(k); item->data(0, kIdRole).toString() == id)
                return item;
    return nullptr;
}

void ProfileManagerDialog::select(const QString& id)
{
    if (QTreeWidgetItem* item = itemOf(id)) {
        m_tree->setCurrentItem(item);
        m_tree->scrollToItem(item);
    }
}

QString ProfileManagerDialog::selectedId() const
{
    const QList<QTreeWidgetItem*> items = m_tree->selectedItems();
    return items.isEmpty() ? QString() : items.first()->data(0, kIdRole).toString();
}

const ManagedProfile* ProfileManagerDialog::selected() const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [id = selectedId()](const ManagedProfile& each) { return each.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

void ProfileManagerDialog::leaveHeading(Direction direction)
{
    QTreeWidgetItem* heading = m_tree->currentItem();
    if (!heading || heading->parent())
        return;
    const auto nearest = [&](Direction way) {
        QTreeWidgetItem* item = heading;
        do
            item = way == Direction::Up ? m_tree->itemAbove(item) : m_tree->itemBelow(item);
        while (item && !(item->flags() & Qt::ItemIsSelectable));
        return item;
    };
    QTreeWidgetItem* item = nearest(direction);
    if (!item)
        item = nearest(direction == Direction::Up ? Direction::Down : Direction::Up);
    if (item)
        m_tree->setCurrentItem(item);
}

void ProfileManagerDialog::inspectSelected()
{
    if (m_isFilling)
        return;
    m_shown.reset();
    updateButtons();
    const ManagedProfile* profile = selected();
    if (!profile) {
        m_inspector->setMessage(tr("Choose a stain profile to see what is in it."));
        return;
    }
    m_inspector->setMessage(tr("Reading %1…").arg(profile->name));
    emit inspectRequested(profile->id);
}

void ProfileManagerDialog::setProfile(const QString& id, const StainProfile& profile)
{
    if (id != selectedId())
        return;
    m_shown = profile;
    m_inspector->setProfile(profile);
    updateButtons();
}

void ProfileManagerDialog::setProfileError(const QString& id, const Error& error)
{
    if (id != selectedId())
        return;
    m_shown.reset();
    m_inspector->setMessage(errorText(error), errorDetail(error));
    updateButtons();
}

void ProfileManagerDialog::updateButtons()
{
    const ManagedProfile* profile = selected();
    const bool isOwn = profile && profile->section == Section::Library;
    m_rename->setEnabled(isOwn && profile->problem.isEmpty());
    m_delete->setEnabled(isOwn);
    m_use->setEnabled(profile && profile->problem.isEmpty());
    m_copy->setEnabled(m_shown.has_value());
}

void ProfileManagerDialog::use()
{
    if (!m_use->isEnabled())
        return;
    forgetErrors();
    emit useRequested(selectedId());
}

void ProfileManagerDialog::editName()
{
    if (!m_rename->isEnabled())
        return;
    forgetErrors();
    QTreeWidgetItem* item = itemOf(selectedId());
    const QScopedValueRollback filling(m_isFilling, true);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    m_tree->setFocus();
    m_tree->editItem(item, 0);
}

/// The list goes on to show what is true: the old name until the profile has the new one.
void ProfileManagerDialog::finishEditing(QTreeWidgetItem* item)
{
    if (m_isFilling)
        return;
    const QString id = item->data(0, kIdRole).toString();
    const auto profile = std::find_if(m_profiles.begin(), m_profiles.end(), [&](const ManagedProfile& each) { return each.id == id; });
    if (profile == m_profiles.end())
        return;
    const QString name = item->text(0).trimmed();
    {
        const QScopedValueRollback filling(m_isFilling, true);
        item->setText(0, profile->name);
        item->setFlags(item->flags() & ~Qt::ItemIsEditable);
    }
    if (name != profile->name)
        emit renameRequested(id, name);
}

void ProfileManagerDialog::deleteSelected()
{
    if (!m_delete->isEnabled())
        return;
    forgetErrors();
    emit deleteRequested(selectedId());
}

void ProfileManagerDialog::askToDeleteForGood(const QString& id)
{
    const QTreeWidgetItem* item = itemOf(id);
    if (!item || m_question)
        return;
    m_question = new QMessageBox(QMessageBox::Question, tr("Delete for Good?"),
                                 tr("%1 could not be moved to the trash. If it is deleted for good, it cannot be brought back.")
                                     .arg(item->text(0)),
                                 QMessageBox::NoButton, this);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    const QAbstractButton* yes = m_question->addButton(tr("Delete for Good"), QMessageBox::DestructiveRole);
    m_question->setDefaultButton(m_question->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this, id] { emit deleteForGoodRequested(id); });
    m_question->open();
}

void ProfileManagerDialog::copyText()
{
    if (m_shown)
        QApplication::clipboard()->setText(profileFactsText(*m_shown));
}

void ProfileManagerDialog::showError(const Error& error)
{
    const QString before = m_notice->text();
    m_notice->showNotice(before.isEmpty() ? errorText(error) : before + QLatin1Char('\n') + errorText(error), errorDetail(error));
}

void ProfileManagerDialog::forgetErrors()
{
    m_notice->hide();
}

}
