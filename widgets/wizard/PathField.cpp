#include "wizard/PathField.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

#include "panels/PathText.h"

namespace isostain {

QString firstLocalFile(const QMimeData& data)
{
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

PathField::PathField(Kind kind, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_name(name),
      m_edit(new QLineEdit),
      m_browse(new QPushButton(tr("Choose…")))
{
    m_edit->setAccessibleName(name);
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(m_edit->fontMetrics().averageCharWidth() * 36);
    m_browse->setAccessibleName(tr("Choose: %1").arg(name));
    m_browse->setAutoDefault(false);
    setFocusProxy(m_edit);
    setAcceptDrops(true);
    // A dropped file replaces the text, where the editor's own way would insert its address.
    m_edit->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit, 1);
    row->addWidget(m_browse);
    connect(m_edit, &QLineEdit::textChanged, this, &PathField::changed);
    connect(m_browse, &QPushButton::clicked, this, &PathField::browse);
}

void PathField::setKind(Kind kind)
{
    m_kind = kind;
}

std::filesystem::path PathField::path() const
{
    const QString text = m_edit->text().trimmed();
    return text.isEmpty() ? std::filesystem::path() : toPath(QDir::fromNativeSeparators(text));
}

void PathField::setPath(const std::filesystem::path& path)
{
    // What the user types stays as it is.
    if (path != this->path())
        m_edit->setText(QDir::toNativeSeparators(toFileName(path)));
}

void PathField::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void PathField::browse()
{
    auto* dialog = new QFileDialog(this, m_name, QString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_kind == Kind::Folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    if (!m_edit->text().isEmpty())
        dialog->selectFile(m_edit->text());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_edit->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void PathField::dragEnterEvent(QDragEnterEvent* event)
{
    if (!firstLocalFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PathField::dropEvent(QDropEvent* event)
{
    const QString path = firstLocalFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_edit->setText(QDir::toNativeSeparators(path));
}

bool PathField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::DragEnter) {
        dragEnterEvent(static_cast<QDragEnterEvent*>(event));
        return event->isAccepted();
    }
    if (event->type() == QEvent::Drop) {
        dropEvent(static_cast<QDropEvent*>(event));
        return event->isAccepted();
    }
    return QWidget::eventFilter(watched, event);
}

}
