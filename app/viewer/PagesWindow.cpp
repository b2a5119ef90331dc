#include "PagesWindow.h"

#include <algorithm>

#include <QDialogButtonBox>
#include <QListWidget>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace isostain {

namespace {

constexpr int kMostListWidth = 320; ///< longer titles scroll
constexpr int kListMargin = 12;
constexpr int kCellPadding = 5;

/// Thin lines around the cells of tables, where Markdown has double ones.
void styleTables(QTextDocument& document, const QBrush& lines)
{
    for (QTextFrame* frame : document.rootFrame()->childFrames())
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderBrush(lines);
            format.setCellSpacing(0);
            format.setCellPadding(kCellPadding);
            table->setFormat(format);
        }
}

}

PagesWindow::PagesWindow(const QString& title, std::vector<Page> pages, QWidget* parent)
    : QDialog(parent),
      m_pages(std::move(pages)),
      m_list(new QListWidget),
      m_text(new QTextBrowser)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_list->setObjectName(QStringLiteral("pageList"));
    m_list->setAccessibleName(tr("Pages"));
    m_text->setObjectName(QStringLiteral("pageText"));
    m_text->setAccessibleName(title);
    m_text->document()->setDocumentMargin(16);
    for (const Page& page : m_pages)
        m_list->addItem(page.title);
    m_list->setMinimumWidth(std::min(m_list->sizeHintForColumn(0), kMostListWidth) + 2 * m_list->frameWidth() + kListMargin);
    auto* split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(m_text);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({m_list->minimumWidth(), width()});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(buttons);
    resize(920, 680);
    connect(m_list, &QListWidget::currentRowChanged, this, &PagesWindow::showPage);
    m_list->setCurrentRow(0);
}

void PagesWindow::showPage(int row)
{
    if (row < 0 || std::size_t(row) >= m_pages.size())
        return;
    const Page& page = m_pages[std::size_t(row)];
    if (page.form == Page::Form::Markdown) {
        m_text->setMarkdown(page.text);
        styleTables(*m_text->document(), palette().mid());
        m_text->moveCursor(QTextCursor::Start);
    } else {
        m_text->setPlainText(page.text);
    }
}

}
