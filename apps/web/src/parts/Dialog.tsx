import { Group, Modal, type ModalRootProps } from "@mantine/core";
import type { ReactNode } from "react";

/** A dialog with its title and a way out. Its head is no `header`, which would be a second banner of the page. */
export function Dialog(props: {
  readonly title: string;
  /** Name of the button that closes it. */
  readonly close: string;
  readonly size?: NonNullable<ModalRootProps["size"]>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Modal.Root opened onClose={props.onClose} size={props.size ?? "md"} yOffset="8vh">
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Group justify="space-between" wrap="nowrap" mb="sm">
            <Modal.Title fw={650}>{props.title}</Modal.Title>
            <Modal.CloseButton aria-label={props.close} />
          </Group>
          {props.children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
