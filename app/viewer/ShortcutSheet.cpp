#include "ShortcutSheet.h"

#include <utility>
#include <vector>

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "Shortcuts.h"
#include "panels/Mnemonics.h"

namespace isostain {

namespace {

QString titleOf(const QAction& action)
{
    QString title = withoutMnemonic(action.text());
    if (title.endsWith(QChar(0x2026)))
        title.chop(1);
    return title;
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(ShortcutSheet::tr(", ", "between shortcuts"));
}

/// Gestures that belong to the view and have no action.
std::vector<std::pair<QString, QString>> gestures()
{
    return {
        {ShortcutSheet::tr("Show the source while held"), ShortcutSheet::tr("Space")},
        {ShortcutSheet::tr("Move the slide"), ShortcutSheet::tr("Drag, arrow keys")},
        {ShortcutSheet::tr("Turn the slide"), ShortcutSheet::tr("Shift and drag, two fingers")},
        {ShortcutSheet::tr("Zoom at the cursor"), ShortcutSheet::tr("Mouse wheel, pinch, double click")},
        {ShortcutSheet::tr("Make a pane the main one"), ShortcutSheet::tr("Click")},
        {ShortcutSheet::tr("Choose what a pane shows"), ShortcutSheet::tr("Click its name")},
        {ShortcutSheet::tr("Move the curtain"), ShortcutSheet::tr("Drag its line, Shift+Left, Shift+Right")},
    };
}

}

ShortcutSheet::ShortcutSheet(Shortcuts& shortcuts, QWidget* parent)
    : QDialog(parent),
      m_shortcuts(shortcuts),
      m_search(new QLineEdit),
      m_table(new QTableWidget(0, 2)),
      m_keys(new QKeySequenceEdit),
      m_assign(new QPushButton(tr("&Assign"))),
      m_clear(new QPushButton(tr("&No keys"))),
      m_reset(new QPushButton(tr("&Reset"))),
      m_resetAll(new QPushButton(tr("Reset a&ll"))),
      m_news(new QLabel)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard and Mouse"));
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setPlaceholderText(tr("Search commands and keys"));
    m_search->setAccessibleName(tr("Search commands and keys"));
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("shortcutTable"));
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Keys")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_keys->setObjectName(QStringLiteral("shortcutKeys"));
    m_keys->setAccessibleName(tr("New keys"));
    m_assign->setObjectName(QStringLiteral("shortcutAssign"));
    m_resetAll->setObjectName(QStringLiteral("shortcutResetAll"));
    m_news->setObjectName(QStringLiteral("shortcutNews"));
    m_news->setWordWrap(true);
    auto* keysLabel = new QLabel(tr("New &keys:"));
    keysLabel->setBuddy(m_keys);
    auto* row = new QHBoxLayout;
    row->addWidget(keysLabel);
    row->addWidget(m_keys, 1);
    for (QPushButton* button : {m_assign, m_clear, m_reset, m_resetAll}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    column->addWidget(m_news);
    column->addWidget(buttons);
    resize(620, 680);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ShortcutSheet::showRow);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, [this] { m_news->clear(); });
    connect(m_assign, &QPushButton::clicked, this, &ShortcutSheet::assign);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_shortcuts.assign(*current(), {});
        fill();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_shortcuts.reset(*current());
        fill();
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetAll();
        fill();
    });
    fill();
    m_search->setFocus();
}

QAction* ShortcutSheet::current() const
{
    const int row = m_table->currentRow();
    const int first = int(gestures().size());
    return row >= first && row < m_table->rowCount() ? m_shortcuts.actions()[std::size_t(row - first)] : nullptr;
}

void ShortcutSheet::fill()
{
    const int row = m_table->currentRow();
    m_table->setRowCount(0);
    const auto addRow = [this](const QString& what, const QString& keys, bool isChanged) {
        const int at = m_table->rowCount();
        m_table->insertRow(at);
        m_table->setItem(at, 0, new QTableWidgetItem(what));
        auto* item = new QTableWidgetItem(keys);
        QFont font = item->font();
        font.setBold(isChanged);
        item->setFont(font);
        m_table->setItem(at, 1, item);
    };
    for (const auto& [what, how] : gestures())
        addRow(what, how, false);
    for (const QAction* action : m_shortcuts.actions())
        addRow(titleOf(*action), keysOf(*action), m_shortcuts.isChanged(*action));
    if (row >= 0)
        m_table->selectRow(row);
    filter();
    showRow();
}

void ShortcutSheet::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHidden(row, !m_table->item(row, 0)->text().contains(wanted, Qt::CaseInsensitive) &&
                                       !m_table->item(row, 1)->text().contains(wanted, Qt::CaseInsensitive));
}

void ShortcutSheet::showRow()
{
    const QAction* action = current();
    for (QWidget* widget : {static_cast<QWidget*>(m_keys), static_cast<QWidget*>(m_assign), static_cast<QWidget*>(m_clear)})
        widget->setEnabled(action != nullptr);
    m_reset->setEnabled(action && m_shortcuts.isChanged(*action));
    m_news->setText(action || m_table->currentRow() < 0 ? QString() : tr("Gestures of the mouse cannot be changed."));
}

void ShortcutSheet::assign()
{
    QAction* action = current();
    const QKeySequence keys = m_keys->keySequence();
    if (!action || keys.isEmpty())
        return m_news->setText(tr("Press the new keys in the field first."));
    if (const QAction* owner = m_shortcuts.ownerOf(keys, *action))
        return m_news->setText(tr("%1 belongs to “%2”. Choose other keys, or free them there first.")
                                   .arg(keys.toString(QKeySequence::NativeText), titleOf(*owner)));
    m_shortcuts.assign(*action, keys);
    m_keys->clear();
    fill();
}

}
